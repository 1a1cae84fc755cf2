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

/** The documents and corrections that a payout's facts ask for now and that do not stand yet. */
export function payoutDocumentsFor(
  facts: PayoutFacts,
  posted: readonly PostedDocument[],
  rules: BookRules,
  arrival: Omit<Arrival, 'owner'>,
): readonly Decided<DocumentPosted | CorrectionPosted>[] {
  const ordered = orderedPayoutFacts(facts.observed);
  const booking = bookable(bookedDetails(ordered), facts.listing);
  return settleDocuments(
    booking === null ? [] : askedFor(bankMovements(ordered), rules.booksFrom, booking),
    posted,
    { owner: facts.payoutId, ...arrival },
    (asked, reversed) => contentOf(asked, reversed, rules),
  );
}

/** Without all items, or the bank's amount of a converted payout, nothing can be booked yet; what arrives later books it. */
function bookable(details: PayoutDetails | null, listing: ItemListing | null): Booking | null {
  return details === null || listing === null || details.fx?.amount === null ? null : { details, listing };
}

/** One document for each movement of the bank's money; none of a payout that was booked before the books begin. */
function askedFor(
  movements: readonly BankMovement[],
  booksFrom: string,
  booking: Booking,
): readonly RequiredPayoutDocument[] {
  const asked: RequiredPayoutDocument[] = [];
  if ((movements[0]?.fact.effectiveAt ?? booksFrom) < booksFrom) return asked;
  for (const { kind, fact } of movements) {
    const before = asked.at(-1);
    asked.push({
      askedAs: {
        kind: KINDS[kind],
        cause: fact.causationId,
        reverses: before === undefined ? null : requiredKey(before.askedAs),
        party: 'nobody',
        refundedBefore: [],
      },
      effectiveAt: fact.effectiveAt,
      cause: kind === 'bounced' ? fact.data.cause : null,
      booking,
    });
  }
  return asked;
}

function contentOf(
  { askedAs, effectiveAt, cause, booking: { details, listing } }: RequiredPayoutDocument,
  reversed: PostedDocument | null,
  { accounts }: BookRules,
): DocumentContent {
  const { amount, currency } = details;
  if (askedAs.kind === 'payout') {
    return {
      amount,
      currency,
      cause,
      lines: [],
      entries: bookingEntries(details, listing, accountsAt(accounts, effectiveAt)),
    };
  }
  if (reversed === null) throw new Error(`A ${askedAs.kind} needs a posted document to reverse.`);
  // The money leaves the accounts that it was booked to, whichever were chosen since.
  const entries =
    reversed.document.kind === 'payout'
      ? bankLeg(details, accountsAt(accounts, reversed.effectiveAt))
      : reversed.document.entries;
  return { ...bankAmount(details), cause, lines: [], entries: opposite(entries) };
}
