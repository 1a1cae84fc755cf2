import { type RequiredAs, requiredKey, type DocumentPosted, type DocumentData } from './document';
import {
  type Requirement,
  type DocumentContent,
  evolvePosted,
  settleDocuments,
  type PostedDocument,
} from './settle-documents';

const AT = '2026-03-04T09:00:00.000Z';
const LATER = '2026-03-06T09:00:00.000Z';
const arrival = { owner: 'pay_1', causationId: 'EV9', gocardlessEventId: 'EV9' };

function asked(kind: RequiredAs['kind'], gocardlessEventId: string, changed: Partial<RequiredAs> = {}): Requirement {
  return {
    requiredAs: { kind, gocardlessEventId, reverses: null, party: 'customer', refundedBefore: [], ...changed },
    concerns: { gocardlessPaymentId: 'PM1', refundId: null },
    effectiveAt: AT,
  };
}

const content: DocumentContent = {
  amount: 100,
  currency: 'GBP',
  cause: null,
  lines: [{ orderLine: null, taxRate: null, net: 100, tax: 0, amount: 100 }],
  entries: [
    { account: '1100', debit: 100, credit: 0, currency: 'GBP' },
    { account: '1200', debit: 0, credit: 100, currency: 'GBP' },
  ],
};

function standing(documentId: string, { requiredAs, concerns, effectiveAt }: Requirement): PostedDocument {
  const document = { documentId, kind: requiredAs.kind, requiredAs, concerns, effectiveAt, reversesId: null };
  return { ...document, ...content, rules: 1 };
}

const receipt = asked('receipt', 'EV1');
const reversal: Requirement = {
  ...asked('reversal', 'EV2', { reverses: requiredKey(receipt.requiredAs) }),
  effectiveAt: LATER,
};

function settled(wanted: readonly Requirement[], stands: readonly PostedDocument[], found: (string | null)[] = []) {
  return settleDocuments(wanted, stands, arrival, (_, reversed) => {
    found.push(reversed?.documentId ?? null);
    return content;
  });
}

describe('what stands is brought in line with what is asked for', () => {
  test('what is asked and stands is left alone, whatever its entries would be now', () => {
    expect(settled([receipt], [standing('doc_1', receipt)])).toStrictEqual([]);
  });

  test('what is asked and does not stand is posted, with its own effective time and the arriving cause', () => {
    const [posted, ...others] = settled([receipt], []);
    expect(others).toStrictEqual([]);
    expect(posted).toMatchObject({
      type: 'DocumentPosted',
      data: {
        kind: 'receipt',
        requiredAs: receipt.requiredAs,
        effectiveAt: AT,
        reversesId: null,
        amount: 100,
        rules: 1,
      },
      effectiveAt: AT,
      causationId: 'EV9',
      gocardlessEventId: 'EV9',
    });
  });

  test('what stands notRequired is corrected: the same lines, sides swapped, the same effective time', () => {
    const [correction, ...others] = settled([], [standing('doc_1', reversal)]);
    expect(others).toStrictEqual([]);
    expect(correction).toMatchObject({
      type: 'CorrectionPosted',
      data: {
        correctsId: 'doc_1',
        correctedKind: 'reversal',
        amount: 100,
        currency: 'GBP',
        lines: content.lines,
        entries: [
          { account: '1100', debit: 0, credit: 100, currency: 'GBP' },
          { account: '1200', debit: 100, credit: 0, currency: 'GBP' },
        ],
        rules: 1,
      },
      effectiveAt: LATER,
      causationId: 'EV9',
      gocardlessEventId: 'EV9',
    });
  });

  test('corrections come first', () => {
    const events = settled([receipt], [standing('doc_1', asked('receipt', 'EV5'))]);
    expect(events.map(({ type }) => type)).toStrictEqual(['CorrectionPosted', 'DocumentPosted']);
  });

  test.each<[string, Partial<RequiredAs>]>([
    ['its kind', { kind: 'prior_loss' }],
    ['what requires it', { gocardlessEventId: 'EV7' }],
    ['what it reverses', { reverses: 'another' }],
    ['whose it is', { party: 'nobody' }],
    ['what was refunded before it', { refundedBefore: [1] }],
  ])('a document is another one when %s differs', (_, changed) => {
    const events = settled([asked('receipt', 'EV1', changed)], [standing('doc_1', receipt)]);
    expect(events.map(({ type }) => type)).toStrictEqual(['CorrectionPosted', 'DocumentPosted']);
  });

  test('a reversal names the standing document that it reverses', () => {
    const found: (string | null)[] = [];
    const [posted] = settled([receipt, reversal], [standing('doc_1', receipt)], found);
    expect(posted).toMatchObject({ data: { kind: 'reversal', reversesId: 'doc_1' }, effectiveAt: LATER });
    expect(found).toStrictEqual(['doc_1']);
  });

  test('also one that is posted at the same arrival', () => {
    const [first, second] = settled([receipt, reversal], []);
    expect(second?.data).toMatchObject({ kind: 'reversal', reversesId: first?.data.documentId });
  });

  test('a document gets a new id with each arrival that asks for it, the same one for the same arrival', () => {
    const idAt = (causationId: string) =>
      settleDocuments([receipt], [], { owner: 'pay_1', causationId }, () => content)[0]?.data.documentId;
    expect(idAt('EV1')).toMatch(/^doc_[0-9a-f]{32}$/);
    expect(idAt('EV1')).toBe(idAt('EV1'));
    expect(idAt('EV1')).not.toBe(idAt('EV2'));
  });

  test('a command that is no event of GoCardless leaves no event id', () => {
    const [posted] = settleDocuments([receipt], [], { owner: 'pay_1', causationId: 'a command' }, () => content);
    expect(posted).not.toHaveProperty('gocardlessEventId');
  });
});

describe('posted documents', () => {
  const posted = (data: DocumentData): DocumentPosted => ({ type: 'DocumentPosted', data });

  test('a posted document stands until it is corrected', () => {
    const one = standing('doc_1', receipt);
    const two = standing('doc_2', receipt);
    const both = [one, two].reduce<readonly PostedDocument[]>(
      (stands, document) => evolvePosted(stands, posted(document)),
      [],
    );
    expect(both).toStrictEqual([one, two]);
    const [correction] = settled([], [one]);
    if (correction?.type !== 'CorrectionPosted') throw new Error('No correction.');
    expect(evolvePosted(both, correction)).toStrictEqual([two]);
  });
});
