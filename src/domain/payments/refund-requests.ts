import { type Happened } from '../shared/event';
import { type PaymentEvent } from '../event-groups';

/** A refund that we asked GoCardless for. Its money is what the refund's own facts say, see `amountRefunded`. */
export interface RefundRequest {
  /** The command that asked. */
  readonly causationId: string;
  readonly amount: number;
  /** GoCardless's answer; null while there is none. */
  readonly answer: { readonly outcome: 'accepted' | 'refused'; readonly reason: string | null } | null;
}

/** In the order in which they were asked for, which is that of the answers: one worker asks for one after the other. */
export function evolveRefundRequests(
  requests: readonly RefundRequest[],
  event: Happened<PaymentEvent>,
): readonly RefundRequest[] {
  if (event.type === 'RefundRequested') {
    return [...requests, { causationId: event.causationId, amount: event.data.amount, answer: null }];
  }
  if (event.type !== 'PaymentRequestAnswered' || event.data.request !== 'refund') return requests;
  const { outcome, reason } = event.data;
  const next = requests.findIndex(({ answer }) => answer === null);
  return requests.map((request, index) => (index === next ? { ...request, answer: { outcome, reason } } : request));
}

/** Minor units that GoCardless has been asked for and has not answered. */
export function refundsUnanswered(requests: readonly RefundRequest[]): number {
  return requests.reduce((total, { amount, answer }) => (answer === null ? total + amount : total), 0);
}
