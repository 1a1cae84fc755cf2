/** Something that the simulated bank or GoCardless itself does when its time comes. */
export type Task =
  | { readonly kind: 'payouts'; readonly date: string }
  | { readonly kind: MandateTaskKind; readonly organisation: string; readonly mandate: string }
  | { readonly kind: PaymentTaskKind; readonly organisation: string; readonly payment: string }
  | { readonly kind: 'confirm_payout_rates'; readonly organisation: string; readonly payout: string }
  | { readonly kind: 'collect_subscription'; readonly organisation: string; readonly subscription: string }
  | { readonly kind: RefundTaskKind; readonly organisation: string; readonly refund: string };

export type MandateTaskKind =
  | 'submit_mandate'
  | 'activate_mandate'
  | 'reinstate_mandate'
  | 'expire_steered_mandate'
  | 'transfer_steered_mandate'
  | 'expire_dormant_mandate';

export type PaymentTaskKind =
  'submit_payment' | 'charge_payment' | 'confirm_payment' | 'lose_payment' | 'resubmit_payment';

export type RefundTaskKind = 'submit_refund' | 'pay_refund';
