import { type AnswerOf } from '../../api/addresses';
import { type Step } from '../../parts/charts/scale';
import { words } from '../../words/en/payouts';

type Payout = Pick<AnswerOf<'/api/payouts/{id}'>, 'gross' | 'losses' | 'refunds' | 'fees' | 'amount'>;

/** What a payout is made of, as the service adds it up; null while that is not known. What is nothing is left out. */
export function madeOf({ gross, losses, refunds, fees, amount }: Payout): readonly Step[] | null {
  if (gross === null || losses === null || refunds === null || fees === null || amount === null) return null;
  const less = [
    { label: words.losses, amount: -losses },
    { label: words.refunds, amount: -refunds },
    { label: words.deducted, amount: -fees },
  ].filter((step) => step.amount !== 0);
  return [
    { label: words.paidOut, amount: gross, kind: 'begin' },
    ...less.map((step): Step => ({ ...step, kind: 'change' })),
    { label: words.toTheBank, amount, kind: 'end' },
  ];
}
