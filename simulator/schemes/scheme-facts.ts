/**
 * What each scheme is and how long it takes. The offsets are working days after creation with an active mandate;
 * they are a guide that GoCardless publishes without promise, so they stand here as data and nowhere else.
 * Times of day are UTC.
 */
export const SCHEME_NAMES = [
  'ach',
  'autogiro',
  'bacs',
  'becs',
  'becs_nz',
  'betalingsservice',
  'faster_payments',
  'pad',
  'pay_to',
  'sepa_core',
] as const;

export type SchemeName = (typeof SCHEME_NAMES)[number];

export interface SchemeFacts {
  readonly currency: string;
  readonly countryCode: string;
  /** Longest payment reference; 0 = none can be set. */
  readonly referenceLength: number;
  /** Usual limits of one payment in minor units; enforced only for creditors that ask for it. */
  readonly limits: { readonly minimum: number; readonly maximum: number | null };
  /** A mandate unused for so many months expires; null = never. */
  readonly dormancyMonths: number | null;
  readonly lateFailures: boolean;
  readonly mandate: MandateTiming;
  readonly payment: PaymentRule;
}

export type MandateTiming =
  | { readonly rule: 'by_itself'; readonly submitted: number; readonly active: number }
  | { readonly rule: 'with_first_payment' };

export type PaymentRule =
  | {
      readonly rule: 'working_days';
      readonly submitted: number;
      readonly charged: number;
      readonly confirmed: number;
      readonly paidOut: number;
      /** Further working days while the mandate is not active yet. */
      readonly newMandate: number;
    }
  | {
      readonly rule: 'monthly';
      readonly createdBeforeMonth: number;
      readonly submittedBeforeMonth: number;
      readonly collectionDay: number;
      readonly confirmedAfterCharge: number;
      readonly paidOutAfterCharge: number;
      readonly newMandate: number;
    }
  | { readonly rule: 'instant'; readonly confirmedMinutes: number; readonly paidOut: number };

/** Payments created at or after this time count from the next working day. */
export const CREATION_DEADLINE = '16:00';

/** When the work of a day is done. A submission on the day of creation waits for the deadline. */
export const HOURS = {
  mandates: '06:00',
  submission: '07:00',
  confirmation: '08:00',
  losses: '08:30',
  payouts: '09:00',
  /** The hour at which a step by days ends: after the day's work and before the deadline. */
  landing: '10:00',
} as const;

const days = (submitted: number, charged: number, confirmed: number, paidOut: number, newMandate = 0) =>
  ({ rule: 'working_days', submitted, charged, confirmed, paidOut, newMandate }) as const;

const limits = (minimum: number, maximum: number | null) => ({ minimum, maximum });

export const SCHEMES: Readonly<Record<SchemeName, SchemeFacts>> = {
  bacs: {
    currency: 'GBP',
    countryCode: 'GB',
    referenceLength: 10,
    limits: limits(100, 500_000),
    dormancyMonths: 13,
    lateFailures: true,
    mandate: { rule: 'by_itself', submitted: 1, active: 2 },
    payment: days(1, 3, 4, 5, 1),
  },
  sepa_core: {
    currency: 'EUR',
    countryCode: 'DE',
    referenceLength: 140,
    limits: limits(100, 500_000),
    dormancyMonths: 36,
    lateFailures: true,
    mandate: { rule: 'with_first_payment' },
    payment: days(1, 3, 4, 6),
  },
  ach: {
    currency: 'USD',
    countryCode: 'US',
    referenceLength: 10,
    limits: limits(200, null),
    dormancyMonths: 15,
    lateFailures: true,
    mandate: { rule: 'with_first_payment' },
    payment: days(1, 2, 4, 5),
  },
  becs: {
    currency: 'AUD',
    countryCode: 'AU',
    referenceLength: 30,
    limits: limits(200, 1_000_000),
    dormancyMonths: 15,
    lateFailures: true,
    mandate: { rule: 'with_first_payment' },
    payment: days(0, 1, 3, 4),
  },
  becs_nz: {
    currency: 'NZD',
    countryCode: 'NZ',
    referenceLength: 12,
    limits: limits(200, 1_000_000),
    dormancyMonths: null,
    lateFailures: true,
    mandate: { rule: 'with_first_payment' },
    payment: days(1, 2, 5, 6),
  },
  pad: {
    currency: 'CAD',
    countryCode: 'CA',
    referenceLength: 0,
    limits: limits(200, 500_000),
    dormancyMonths: null,
    lateFailures: true,
    mandate: { rule: 'by_itself', submitted: 1, active: 1 },
    payment: days(0, 3, 5, 6),
  },
  autogiro: {
    currency: 'SEK',
    countryCode: 'SE',
    referenceLength: 11,
    limits: limits(1_000, 5_000_000),
    dormancyMonths: null,
    lateFailures: false,
    mandate: { rule: 'by_itself', submitted: 1, active: 6 },
    payment: days(6, 8, 8, 10),
  },
  betalingsservice: {
    currency: 'DKK',
    countryCode: 'DK',
    referenceLength: 30,
    limits: limits(1_000, 5_000_000),
    dormancyMonths: 15,
    lateFailures: true,
    mandate: { rule: 'by_itself', submitted: 1, active: 2 },
    payment: {
      rule: 'monthly',
      createdBeforeMonth: 8,
      submittedBeforeMonth: 7,
      collectionDay: 1,
      confirmedAfterCharge: 0,
      paidOutAfterCharge: 4,
      newMandate: 1,
    },
  },
  faster_payments: {
    currency: 'GBP',
    countryCode: 'GB',
    referenceLength: 0,
    limits: limits(100, 500_000),
    dormancyMonths: null,
    lateFailures: false,
    mandate: { rule: 'by_itself', submitted: 0, active: 0 },
    payment: { rule: 'instant', confirmedMinutes: 2, paidOut: 1 },
  },
  pay_to: {
    currency: 'AUD',
    countryCode: 'AU',
    referenceLength: 18,
    limits: limits(200, 1_000_000),
    dormancyMonths: null,
    lateFailures: true,
    mandate: { rule: 'by_itself', submitted: 0, active: 0 },
    payment: { rule: 'instant', confirmedMinutes: 2, paidOut: 1 },
  },
};

export function isSchemeName(text: string): text is SchemeName {
  return Object.hasOwn(SCHEMES, text);
}

/** The scheme that collects a currency when none is named. */
export function usualScheme(currency: string): SchemeName | undefined {
  const usual: Record<string, SchemeName> = {
    GBP: 'bacs',
    EUR: 'sepa_core',
    USD: 'ach',
    AUD: 'becs',
    NZD: 'becs_nz',
    CAD: 'pad',
    SEK: 'autogiro',
    DKK: 'betalingsservice',
  };
  return usual[currency];
}
