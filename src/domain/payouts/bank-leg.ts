import { type Happened } from '../shared/event';
import { orderFacts, type StateMachine } from '../shared/fact-order';
import { type PayoutDetails } from './events';
import { type GoCardlessPayoutFact } from '../event-groups';

export type PayoutStatus = 'pending' | 'paid' | 'bounced';

interface Step {
  /** Statuses from which GoCardless itself takes the step. */
  readonly from: readonly PayoutStatus[];
  /** Null leaves the status as it was. */
  readonly to: PayoutStatus | null;
}

/** GoCardless's table of a payout's transitions, in the order of their ranks. Null for facts that stand outside the status. */
const STEPS = {
  PayoutFxRateConfirmed: { from: ['pending', 'paid', 'bounced'], to: null },
  PayoutPaid: { from: ['pending', 'bounced'], to: 'paid' },
  PayoutBounced: { from: ['paid'], to: 'bounced' },
  PayoutTaxRatesConfirmed: null,
} as const satisfies Readonly<Record<GoCardlessPayoutFact['type'], Step | null>>;

type StatusFactType = { [T in keyof typeof STEPS]: (typeof STEPS)[T] extends null ? never : T }[keyof typeof STEPS];
export type PayoutStatusFact = Extract<Happened<GoCardlessPayoutFact>, { type: StatusFactType }>;

const RANKS = Object.keys(STEPS);

const MACHINE: StateMachine<PayoutStatus, PayoutStatusFact> = {
  start: 'pending',
  rank: ({ type }) => RANKS.indexOf(type),
  allows: (status, { type }) => STEPS[type].from.some((from) => from === status),
  next: (status, { type }) => STEPS[type].to ?? status,
};

/** The facts that move a payout, in their one order. */
export function orderedPayoutFacts(observed: readonly Happened<GoCardlessPayoutFact>[]): readonly PayoutStatusFact[] {
  return orderFacts(
    observed.filter((fact): fact is PayoutStatusFact => STEPS[fact.type] !== null),
    MACHINE,
  );
}

/** What a fact did to the money at the bank. */
export interface BankMovement {
  readonly kind: 'booked' | 'bounced' | 'restored';
  readonly fact: PayoutStatusFact;
}

/**
 * The first `paid` books, of a converted payout the first confirmed rate; a bounce takes the money back if it stands; a later `paid`
 * restores it if it stands bounced. All else moves nothing.
 */
export function bankMovements(ordered: readonly PayoutStatusFact[]): readonly BankMovement[] {
  const bookedBy: PayoutStatusFact['type'] = isConverted(ordered) ? 'PayoutFxRateConfirmed' : 'PayoutPaid';
  const movements: BankMovement[] = [];
  for (const fact of ordered) {
    const last = movements.at(-1)?.kind;
    if (last === undefined) {
      if (fact.type === bookedBy) movements.push({ kind: 'booked', fact });
    } else if (fact.type === 'PayoutBounced') {
      if (last !== 'bounced') movements.push({ kind: 'bounced', fact });
    } else if (fact.type === 'PayoutPaid' && last === 'bounced') {
      movements.push({ kind: 'restored', fact });
    }
  }
  return movements;
}

/**
 * GoCardless's word for where the payout is. A converted one stays pending until its rate is confirmed, also when it was told as paid.
 */
export function payoutStatus(ordered: readonly PayoutStatusFact[]): PayoutStatus {
  const status = ordered.reduce(MACHINE.next, MACHINE.start);
  if (!isConverted(ordered) || status === 'bounced') return status;
  return ordered.some(({ type }) => type === 'PayoutFxRateConfirmed') ? 'paid' : 'pending';
}

/** The payout as it was described with the fact that books it; the bank's amount from whichever fact had it first. */
export function bookedDetails(ordered: readonly PayoutStatusFact[]): PayoutDetails | null {
  const booking = bankMovements(ordered)[0];
  const details = booking === undefined ? null : detailsOf(booking.fact);
  if (details === null) return null;
  const converted = descriptions(ordered).find(({ fx }) => fx !== null && fx.amount !== null)?.fx;
  return { ...details, fx: isConverted(ordered) ? (converted ?? details.fx) : null };
}

/** The payout as it was described last, or null before it was. */
export function latestDetails(ordered: readonly PayoutStatusFact[]): PayoutDetails | null {
  return descriptions(ordered).at(-1) ?? null;
}

/** Whether the bank gets another currency than the payout's. */
function isConverted(ordered: readonly PayoutStatusFact[]): boolean {
  return descriptions(ordered).some(({ fx }) => fx !== null);
}

function descriptions(ordered: readonly PayoutStatusFact[]): readonly PayoutDetails[] {
  return ordered.map(detailsOf).filter((details) => details !== null);
}

function detailsOf(fact: PayoutStatusFact): PayoutDetails | null {
  return fact.type === 'PayoutBounced' ? null : fact.data.details;
}
