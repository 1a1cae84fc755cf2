import { accountsAt } from '../accounting/accounts';
import { requiredKey, type CorrectionPosted, type DocumentKind, type DocumentPosted } from '../accounting/document';
import { opposite } from '../accounting/posting-rules';
import {
  type Arrival,
  type Requirement,
  type DocumentContent,
  settleDocuments,
  type PostedDocument,
} from '../accounting/settle-documents';
import { type BookRules } from '../payments/post-documents';
import { type Decided } from '../shared/event';
import { type BankMovement, bankMovements, bookedDetails, orderedPayoutFacts } from './bank-leg';
import { type PayoutDetails } from './events';
import { type PayoutFacts } from './payout-facts';
import { bankAmount, bankLeg, bookingEntries, type ItemListing } from './payout-booking';

interface Booking {
  readonly details: PayoutDetails;
  readonly listing: ItemListing;
}

interface RequiredPayoutDocument extends Requirement {
  readonly booking: Booking;
  /** GoCardless's cause of a bounce, or null. */
  readonly cause: string | null;
}

const KINDS: Readonly<Record<BankMovement['kind'], DocumentKind>> = {
  booked: 'payout',
  bounced: 'payout_bounced',
  restored: 'payout_restored',
};

/** The documents and corrections that a payout's facts require now and that are not posted yet. */
export function payoutDocumentsFor(
  facts: PayoutFacts,
  posted: readonly PostedDocument[],
  rules: BookRules,
  arrival: Omit<Arrival, 'owner'>,
): readonly Decided<DocumentPosted | CorrectionPosted>[] {
  const ordered = orderedPayoutFacts(facts.observed);
  const booking = bookable(bookedDetails(ordered), facts.listing);
  return settleDocuments(
    booking === null ? [] : requiredFor(bankMovements(ordered), rules.booksFrom, booking),
    posted,
    { owner: facts.payoutId, ...arrival },
    (required, reversed) => contentOf(required, reversed, rules),
  );
}

/** Without all items, or the bank's amount of a converted payout, nothing can be booked yet; what arrives later books it. */
function bookable(details: PayoutDetails | null, listing: ItemListing | null): Booking | null {
  return details === null || listing === null || details.fx?.amount === null ? null : { details, listing };
}

/** One document for each movement of the bank's money; none of a payout that was booked before the books begin. */
function requiredFor(
  movements: readonly BankMovement[],
  booksFrom: string,
  booking: Booking,
): readonly RequiredPayoutDocument[] {
  const required: RequiredPayoutDocument[] = [];
  if ((movements[0]?.fact.effectiveAt ?? booksFrom) < booksFrom) return required;
  for (const { kind, fact } of movements) {
    const before = required.at(-1);
    required.push({
      requiredAs: {
        kind: KINDS[kind],
        gocardlessEventId: fact.causationId,
        reverses: before === undefined ? null : requiredKey(before.requiredAs),
        party: 'nobody',
        refundedBefore: [],
      },
      concerns: { gocardlessPaymentId: null, refundId: null },
      effectiveAt: fact.effectiveAt,
      cause: kind === 'bounced' ? fact.data.cause : null,
      booking,
    });
  }
  return required;
}

function contentOf(
  { requiredAs, effectiveAt, cause, booking: { details, listing } }: RequiredPayoutDocument,
  reversed: PostedDocument | null,
  { accounts }: BookRules,
): DocumentContent {
  const { amount, currency } = details;
  if (requiredAs.kind === 'payout') {
    return {
      amount,
      currency,
      cause,
      lines: [],
      entries: bookingEntries(details, listing, accountsAt(accounts, effectiveAt)),
    };
  }
  if (reversed === null) throw new Error(`A ${requiredAs.kind} needs a posted document to reverse.`);
  // The money leaves the accounts that it was booked to, whichever were chosen since.
  const entries =
    reversed.kind === 'payout' ? bankLeg(details, accountsAt(accounts, reversed.effectiveAt)) : reversed.entries;
  return { ...bankAmount(details), cause, lines: [], entries: opposite(entries) };
}
