import { type Refusal, refuse } from '../shared/decider';

/** Why a mandate that lives can not be used here: its money goes to somebody else, or never passes through GoCardless's payouts. */
export type MandateObstacle = 'other_creditor' | 'direct_settlement';

/** @param creditorId whose the connection's books are */
export function mandateObstacle(
  mandate: { readonly creditorId: string; readonly fundsSettlement: string },
  creditorId: string,
): MandateObstacle | null {
  if (mandate.creditorId !== creditorId) return 'other_creditor';
  return mandate.fundsSettlement === 'direct' ? 'direct_settlement' : null;
}

const DETAILS: Readonly<Record<MandateObstacle, string>> = {
  other_creditor: 'belongs to another creditor of this GoCardless account: its money is not for these books.',
  direct_settlement: 'settles directly: its money never passes through GoCardless’s payouts.',
};

export function obstacleDetail(mandateId: string, obstacle: MandateObstacle): string {
  return `The mandate ${mandateId} ${DETAILS[obstacle]}`;
}

export function refuseObstacle(mandateId: string, obstacle: MandateObstacle): Refusal {
  return refuse(obstacle, obstacleDetail(mandateId, obstacle));
}
