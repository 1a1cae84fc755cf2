import { type StatusFact } from './state-machine';

/**
 * What a fact did to the money of a payment. A `run` is one paid-out with all that was lost and won back of it; `run` names the
 * fact that began it: the paid-out, or the confirmation of what settles directly.
 */
export interface MoneyMovement {
  readonly kind: 'paid_out' | 'lost' | 'restored';
  readonly fact: StatusFact;
  readonly run: StatusFact;
  /** For `restored`: the loss that it undoes. */
  readonly undoes: StatusFact | null;
}

/**
 * Money stands or it does not. A failure or chargeback is *late*, and loses money, only if money stands; a cancelled chargeback brings
 * it back only if its own chargeback had ended standing money and none stands now. All else moves nothing.
 *
 * @param ordered the status facts of one payment in their one order
 * @param settlesDirectly no payout brings the money: it is there when the payment is confirmed
 */
export function moneyMovements(ordered: readonly StatusFact[], settlesDirectly = false): readonly MoneyMovement[] {
  const movements: MoneyMovement[] = [];
  const openChargebacks: StatusFact[] = [];
  for (const fact of ordered) {
    const standing = postedRun(movements);
    const comes = fact.type === 'PaymentPaidOut' || (settlesDirectly && fact.type === 'PaymentConfirmed');
    if (comes && standing === null) {
      movements.push({ kind: 'paid_out', fact, run: fact, undoes: null });
    }
    if (fact.type === 'PaymentChargedBack') openChargebacks.push(fact);
    if ((fact.type === 'PaymentFailed' || fact.type === 'PaymentChargedBack') && standing !== null) {
      movements.push({ kind: 'lost', fact, run: standing, undoes: null });
    }
    if (fact.type === 'ChargebackCancelled') {
      const chargeback = openChargebacks.pop();
      const loss = movements.find((movement) => movement.kind === 'lost' && movement.fact === chargeback);
      if (loss !== undefined && standing === null) {
        movements.push({ kind: 'restored', fact, run: loss.run, undoes: loss.fact });
      }
    }
  }
  return movements;
}

/** The first fact of the run whose money stands after these movements, or null. */
export function postedRun(movements: readonly MoneyMovement[]): StatusFact | null {
  const last = movements.at(-1);
  return last === undefined || last.kind === 'lost' ? null : last.run;
}

export function isLate(fact: StatusFact, movements: readonly MoneyMovement[]): boolean {
  return movements.some((movement) => movement.kind === 'lost' && movement.fact === fact);
}
