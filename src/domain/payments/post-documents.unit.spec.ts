import { given } from '../../../test/support/decider';
import {
  adopted,
  adoptedOnly,
  AMOUNT,
  day,
  identify,
  type Log,
  logOf,
  observe,
  orderPayment,
  PAYMENT,
  paymentOnAccount,
  refund,
  requested,
  bound,
  ORDER,
  RULES,
  seen,
  postedIn,
  told,
  written,
} from '../../../test/support/payment-worlds';
import { DEFAULT_ACCOUNTS } from '../accounting/accounts';
import { requiredKey, type RequiredAs } from '../accounting/document';
import { derivedId } from '../shared/identity';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type PaymentCommand, paymentDecider } from './payment';
import { type BookRules } from './post-documents';

/** What stands, in the order of effective time: `kind day (← what it reverses): entries`. */
function journal(log: Log): readonly string[] {
  const standing = [...postedIn(log)].sort((a, b) => (a.effectiveAt < b.effectiveAt ? -1 : 1));
  const titles = new Map(
    standing.map(({ data, effectiveAt }) => [data.documentId, `${data.kind} ${effectiveAt.slice(8, 10)}`]),
  );
  return standing.map(({ data }) => {
    const reversed = data.reversesId === null ? '' : ` ← ${titles.get(data.reversesId) ?? 'nothing that stands'}`;
    const entries = data.entries.map((entry) => written(entry).replace(' GBP', ''));
    return `${titles.get(data.documentId) ?? ''}${reversed}: ${entries.join(', ')}`;
  });
}

function arriving(beginning: Log, events: readonly GoCardlessEvent[], rules: BookRules = RULES): readonly string[] {
  return journal(
    logOf(
      beginning,
      events.map((event) => observe([event], rules)),
    ),
  );
}

const paidOut = told('paid_out', day(4), { payout: 'PO1' });
const failed = told('failed', day(6), { origin: 'bank', cause: 'refer_to_payer', description: 'No money' });
const chargedBack = told('charged_back', day(6), { origin: 'bank', cause: 'authorisation_disputed' });
const chargebackCancelled = told('chargeback_cancelled', day(8));

const ORDER_RECEIPT = '1100 debit 12000, 4000 credit 7500 at 20 %, 4100 credit 3000 at 0 %, 2200 credit 1500 at 20 %';
const ORDER_REVERSAL = '1100 credit 12000, 4000 debit 7500 at 20 %, 4100 debit 3000 at 0 %, 2200 debit 1500 at 20 %';

describe('documents appended with the fact that asks for them', () => {
  const receiptRequired: RequiredAs = {
    kind: 'receipt',
    gocardlessEventId: paidOut.id,
    reverses: null,
    party: 'order',
    refundedBefore: [],
  };
  const receiptId = derivedId('doc', PAYMENT, paidOut.id, requiredKey(receiptRequired));
  const lines = [
    { orderLine: 0, taxRate: '20', net: 7500, tax: 1500, amount: 9000 },
    { orderLine: 1, taxRate: '0', net: 3000, tax: 0, amount: 3000 },
    { orderLine: 2, taxRate: '20', net: 0, tax: 0, amount: 0 },
  ];
  const receipt = {
    documentId: receiptId,
    kind: 'receipt' as const,
    requiredAs: receiptRequired,
    concerns: { gocardlessPaymentId: 'PM1', refundId: null },
    effectiveAt: day(4),
    reversesId: null,
    cause: null,
    amount: AMOUNT,
    currency: 'GBP',
    lines,
    entries: [
      { account: '1100', debit: 12_000, credit: 0, currency: 'GBP' },
      { account: '4000', debit: 0, credit: 7500, currency: 'GBP', taxRate: '20' },
      { account: '4100', debit: 0, credit: 3000, currency: 'GBP', taxRate: '0' },
      { account: '2200', debit: 0, credit: 1500, currency: 'GBP', taxRate: '20' },
    ],
    rules: 1,
  };

  test('paid out: its receipt', () => {
    given(paymentDecider, orderPayment)
      .when(observe([paidOut]))
      .then([
        seen('paid_out', day(4), { payout: 'PO1' }),
        {
          type: 'DocumentPosted',
          data: receipt,
          effectiveAt: day(4),
          causationId: paidOut.id,
          gocardlessEventId: paidOut.id,
          recordedAt: '',
        },
      ]);
  });

  test('a loss of it: a reversal that names the receipt, the cause and the event', () => {
    const asked: RequiredAs = {
      kind: 'reversal',
      gocardlessEventId: failed.id,
      reverses: requiredKey(receiptRequired),
      party: 'order',
      refundedBefore: [],
    };
    given(paymentDecider, logOf(orderPayment, [observe([paidOut])]))
      .when(observe([failed]))
      .then([
        seen('failed', day(6), { origin: 'bank', cause: 'refer_to_payer', description: 'No money' }),
        {
          type: 'DocumentPosted',
          data: {
            documentId: derivedId('doc', PAYMENT, failed.id, requiredKey(asked)),
            kind: 'reversal',
            requiredAs: asked,
            concerns: { gocardlessPaymentId: 'PM1', refundId: null },
            effectiveAt: day(6),
            reversesId: receiptId,
            cause: 'refer_to_payer',
            amount: AMOUNT,
            currency: 'GBP',
            lines,
            entries: [
              { account: '1100', debit: 0, credit: 12_000, currency: 'GBP' },
              { account: '4000', debit: 7500, credit: 0, currency: 'GBP', taxRate: '20' },
              { account: '4100', debit: 3000, credit: 0, currency: 'GBP', taxRate: '0' },
              { account: '2200', debit: 1500, credit: 0, currency: 'GBP', taxRate: '20' },
            ],
            rules: 1,
          },
          effectiveAt: day(6),
          causationId: failed.id,
          gocardlessEventId: failed.id,
          recordedAt: '',
        },
      ]);
  });

  test('a late arrival that makes a standing document notRequired: it is corrected, then what is asked is posted', () => {
    const earlier = told('paid_out', day(3), { payout: 'PO0' });
    const events = given(paymentDecider, logOf(orderPayment, [observe([paidOut])]))
      .when(observe([earlier]))
      .events();
    expect(events.map(({ type }) => type)).toStrictEqual(['PaymentPaidOut', 'CorrectionPosted', 'DocumentPosted']);
    expect(events[1]).toStrictEqual({
      type: 'CorrectionPosted',
      data: {
        concerns: { gocardlessPaymentId: 'PM1', refundId: null },
        documentId: derivedId('doc', PAYMENT, earlier.id, 'correction', receiptId),
        correctsId: receiptId,
        correctedKind: 'receipt',
        amount: AMOUNT,
        currency: 'GBP',
        lines,
        entries: receipt.entries.map((entry) => ({ ...entry, debit: entry.credit, credit: entry.debit })),
        rules: 1,
      },
      effectiveAt: day(4),
      causationId: earlier.id,
      gocardlessEventId: earlier.id,
    });
    expect(events[2]).toMatchObject({ effectiveAt: day(3), data: { kind: 'receipt', reversesId: null } });
  });
});

describe('postings of a payment', () => {
  test.each<[string, Log, string]>([
    ['a sales order: sales per line net, output tax', orderPayment, ORDER_RECEIPT],
    ['a manual collection: the customer account', paymentOnAccount, '1100 debit 12000, 1200 credit 12000'],
    ['adopted on a linked mandate: the customer account', adopted('cus_1'), '1100 debit 12000, 1200 credit 12000'],
    ['adopted, nobody knows the mandate: unidentified receipts', adopted(null), '1100 debit 12000, 2900 credit 12000'],
  ])('paid out; %s', (_, beginning, entries) => {
    expect(arriving(beginning, [paidOut])).toStrictEqual([`receipt 04: ${entries}`]);
  });

  test.each<[string, Log, string]>([
    ['a sales order', orderPayment, ORDER_REVERSAL],
    ['on account', paymentOnAccount, '1100 credit 12000, 1200 debit 12000'],
    ['nobody', adopted(null), '1100 credit 12000, 2900 debit 12000'],
  ])('a late failure is the opposite of its receipt: %s', (_, beginning, entries) => {
    expect(arriving(beginning, [paidOut, failed])[1]).toBe(`reversal 06 ← receipt 04: ${entries}`);
  });

  test('a balance payment has one line, on account', () => {
    const [receipt] = postedIn(logOf(paymentOnAccount, [observe([paidOut])]));
    expect(receipt?.data.lines).toStrictEqual([
      { orderLine: null, taxRate: null, net: 12_000, tax: 0, amount: 12_000 },
    ]);
  });

  test('a refund is shared by what each line has left, its tax by differences', () => {
    const refunds = [refund('RefundSettled', 'RF1', 4000, day(6)), refund('RefundSettled', 'RF2', 8000, day(7))];
    expect(journal(logOf(orderPayment, [observe([paidOut]), ...refunds]))).toStrictEqual([
      `receipt 04: ${ORDER_RECEIPT}`,
      'refund 06: 1100 credit 4000, 4000 debit 2500 at 20 %, 4100 debit 1000 at 0 %, 2200 debit 500 at 20 %',
      'refund 07: 1100 credit 8000, 4000 debit 5000 at 20 %, 4100 debit 2000 at 0 %, 2200 debit 1000 at 20 %',
    ]);
  });

  test('a returned refund is the opposite of its refund', () => {
    const refunds = [refund('RefundSettled', 'RF1', 4000, day(6)), refund('RefundReturned', 'RF1', 4000, day(7))];
    expect(journal(logOf(orderPayment, [observe([paidOut]), ...refunds])).slice(1)).toStrictEqual([
      'refund 06: 1100 credit 4000, 4000 debit 2500 at 20 %, 4100 debit 1000 at 0 %, 2200 debit 500 at 20 %',
      'refund_returned 07 ← refund 06: 1100 debit 4000, 4000 credit 2500 at 20 %, 4100 credit 1000 at 0 %, 2200 credit 500 at 20 %',
    ]);
  });

  test('a refund of a payment on account, and of nobody', () => {
    const events = [observe([paidOut]), refund('RefundSettled', 'RF1', 4000, day(6))];
    expect(journal(logOf(paymentOnAccount, events))[1]).toBe('refund 06: 1100 credit 4000, 1200 debit 4000');
    expect(journal(logOf(adopted(null), events))[1]).toBe('refund 06: 1100 credit 4000, 2900 debit 4000');
  });

  test('a line that costs nothing has no entry, and stands on the receipt all the same', () => {
    const [receipt] = postedIn(logOf(orderPayment, [observe([paidOut])]));
    expect(receipt?.data.lines).toHaveLength(3);
    expect(receipt?.data.entries).toHaveLength(4);
  });

  test('an order without tax has no tax entry', () => {
    const shares = [{ line: 0, taxRate: '0', amount: AMOUNT, tax: 0, incomeAccount: null }];
    const untaxed = [...requested(ORDER, shares), ...bound()];
    expect(arriving(untaxed, [paidOut])).toStrictEqual(['receipt 04: 1100 debit 12000, 4000 credit 12000 at 0 %']);
  });
});

describe('a payment whose money is not for these books', () => {
  const beginnings = { order: requested(), onAccount: requested({ kind: 'manual' }, []), adopted: adoptedOnly(null) };

  it.each(
    (['other_creditor', 'direct_settlement'] as const).flatMap((obstacle) =>
      (['order', 'onAccount', 'adopted'] as const).map((beginning) => [obstacle, beginning] as const),
    ),
  )('posts nothing, whatever becomes of it: %s, %s', (obstacle, beginning) => {
    const log = logOf(
      [...beginnings[beginning], ...bound({ obstacle })],
      [
        observe([told('confirmed', day(3)), paidOut, chargedBack, chargebackCancelled]),
        refund('RefundSettled', 'RF1', 100, day(9)),
        ...(beginning === 'adopted' ? [identify('cus_1')] : []),
      ],
    );
    expect(log.filter(({ type }) => type === 'DocumentPosted')).toStrictEqual([]);
    expect(log.filter(({ type }) => type === 'PaymentPaidOut')).toHaveLength(1);
  });
});

describe('accounts that were changed', () => {
  const rules: BookRules = {
    ...RULES,
    accounts: [
      { from: day(7, 0), accounts: { ...DEFAULT_ACCOUNTS, clearing: '1177', customers: '1277' } },
      { from: day(5, 0), accounts: { ...DEFAULT_ACCOUNTS, clearing: '1155', customers: '1255' } },
    ],
  };

  test.each([
    [day(4), '1100 debit 12000, 1200 credit 12000'],
    [day(5, 0), '1155 debit 12000, 1255 credit 12000'],
    [day(6), '1155 debit 12000, 1255 credit 12000'],
    [day(9), '1177 debit 12000, 1277 credit 12000'],
  ])('a receipt effective at %s uses those that held then', (at, entries) => {
    const [receipt] = arriving(paymentOnAccount, [told('paid_out', at)], rules);
    expect(receipt).toBe(`receipt ${at.slice(8, 10)}: ${entries}`);
  });

  test('a reversal carries what its receipt carried, not the accounts of its own day', () => {
    expect(arriving(paymentOnAccount, [paidOut, told('failed', day(9))], rules)).toStrictEqual([
      'receipt 04: 1100 debit 12000, 1200 credit 12000',
      'reversal 09 ← receipt 04: 1100 credit 12000, 1200 debit 12000',
    ]);
  });

  test('a later choice never disturbs what was posted', () => {
    const log = logOf(paymentOnAccount, [observe([paidOut])]);
    const chosen = [{ from: day(1), accounts: { ...DEFAULT_ACCOUNTS, clearing: '1999' } }];
    given(paymentDecider, log)
      .when(observe([told('surcharge_fee_debited', day(5))], { ...RULES, accounts: chosen }))
      .then([seen('surcharge_fee_debited', day(5))]);
  });
});

describe('documents that are asked for', () => {
  const RECEIPT = `receipt 04: ${ORDER_RECEIPT}`;
  const REVERSAL = `reversal 06 ← receipt 04: ${ORDER_REVERSAL}`;

  test.each<[string, readonly GoCardlessEvent[], readonly string[]]>([
    ['confirmed money: none', [told('submitted', day(2)), told('confirmed', day(3))], []],
    ['a failure before payout: none', [told('submitted', day(2)), failed], []],
    [
      'a chargeback before payout, and its end: none',
      [told('confirmed', day(3)), chargedBack, chargebackCancelled],
      [],
    ],
    ['paid out: a receipt', [paidOut], [RECEIPT]],
    ['a late failure', [paidOut, failed], [RECEIPT, REVERSAL]],
    ['a chargeback', [paidOut, chargedBack], [RECEIPT, REVERSAL]],
    ['a chargeback that follows a late failure', [paidOut, failed, told('charged_back', day(7))], [RECEIPT, REVERSAL]],
    [
      'a cancelled chargeback: a new receipt',
      [paidOut, chargedBack, chargebackCancelled],
      [RECEIPT, REVERSAL, `receipt 08: ${ORDER_RECEIPT}`],
    ],
    [
      'the loss of a receipt that a cancelled chargeback brought back: it reverses that one',
      [paidOut, chargedBack, chargebackCancelled, told('charged_back', day(9))],
      [RECEIPT, REVERSAL, `receipt 08: ${ORDER_RECEIPT}`, `reversal 09 ← receipt 08: ${ORDER_REVERSAL}`],
    ],
    [
      'a second run after a retry',
      [paidOut, failed, told('resubmission_requested', day(7)), told('paid_out', day(10), { payout: 'PO2' })],
      [RECEIPT, REVERSAL, `receipt 10: ${ORDER_RECEIPT}`],
    ],
    ['a paid-out that arrives after its own late failure: both', [failed, paidOut], [RECEIPT, REVERSAL]],
    ['what settles: none', [paidOut, failed, told('late_failure_settled', day(9))], [RECEIPT, REVERSAL]],
  ])('%s', (_, events, expected) => {
    expect(arriving(orderPayment, events)).toStrictEqual(expected);
  });

  test('a failure before payout, now known to be late, posts both with the paid-out', () => {
    const events = given(paymentDecider, logOf(orderPayment, [observe([failed])]))
      .when(observe([paidOut]))
      .events();
    expect(events.map((event) => (event.type === 'DocumentPosted' ? event.data.kind : event.type))).toStrictEqual([
      'PaymentPaidOut',
      'receipt',
      'reversal',
    ]);
  });

  test('a refund before the paid-out is known waits for it, and keeps its own time', () => {
    const early = logOf(orderPayment, [refund('RefundSettled', 'RF1', 4000, day(6))]);
    expect(journal(early)).toStrictEqual([]);
    expect(journal(logOf(early, [observe([paidOut])]))).toStrictEqual([
      RECEIPT,
      'refund 06: 1100 credit 4000, 4000 debit 2500 at 20 %, 4100 debit 1000 at 0 %, 2200 debit 500 at 20 %',
    ]);
  });

  test('a return that was never settled, and a settlement that is told twice, post nothing', () => {
    const refunds = [refund('RefundReturned', 'RF9', 100, day(5)), refund('RefundSettled', 'RF1', 4000, day(6))];
    const again = refund('RefundSettled', 'RF1', 4000, day(7));
    expect(journal(logOf(orderPayment, [observe([paidOut]), ...refunds, again]))).toHaveLength(2);
  });

  /** Posted documents of refunds: kind, effective time, refunds before it. */
  function refundsPosted(commands: readonly PaymentCommand[]): readonly unknown[] {
    return postedIn(logOf(orderPayment, [observe([paidOut]), ...commands]))
      .slice(1)
      .map(({ data, effectiveAt }) => [data.kind, effectiveAt, data.requiredAs.refundedBefore]);
  }

  test('a refund that follows a returned one is shared as if that had not been', () => {
    const refunds = [
      refund('RefundSettled', 'RF1', 5000, day(6)),
      refund('RefundReturned', 'RF1', 5000, day(7)),
      refund('RefundSettled', 'RF2', 4000, day(8)),
    ];
    expect(refundsPosted(refunds)).toStrictEqual([
      ['refund', day(6), []],
      ['refund_returned', day(7), []],
      ['refund', day(8), []],
    ]);
  });

  test('an earlier refund that arrives late: the later one is corrected and posted anew, with its own time', () => {
    // The event ids are in the opposite order of time, which alone decides.
    const later = { ...refund('RefundSettled', 'RF1', 1, day(8)), eventId: 'EV1' };
    const earlier = { ...refund('RefundSettled', 'RF2', 1, day(6)), eventId: 'EV2' };
    const log = logOf(orderPayment, [observe([paidOut]), later, earlier]);
    expect(log.filter(({ type }) => type === 'CorrectionPosted')).toHaveLength(1);
    expect(refundsPosted([later, earlier])).toStrictEqual([
      ['refund', day(6), []],
      ['refund', day(8), [1]],
    ]);
  });

  test('within one instant a refund is settled before it is returned, and two refunds follow their ids', () => {
    const returned = { ...refund('RefundReturned', 'RF1', 300, day(6)), eventId: 'EV1' };
    const settled = { ...refund('RefundSettled', 'RF1', 300, day(6)), eventId: 'EV2' };
    const another = { ...refund('RefundSettled', 'RF2', 400, day(6)), eventId: 'EV3' };
    expect(refundsPosted([another, returned, settled])).toStrictEqual([
      ['refund', day(6), []],
      ['refund', day(6), [300]],
      ['refund_returned', day(6), []],
    ]);
  });

  test('a chargeback after a refund reverses the receipt in full', () => {
    const log = logOf(orderPayment, [
      observe([paidOut]),
      refund('RefundSettled', 'RF1', 4000, day(5)),
      observe([chargedBack]),
    ]);
    expect(journal(log)).toStrictEqual([
      RECEIPT,
      'refund 05: 1100 credit 4000, 4000 debit 2500 at 20 %, 4100 debit 1000 at 0 %, 2200 debit 500 at 20 %',
      REVERSAL,
    ]);
  });

  test('a document that was posted and corrected is posted again when it is asked for again', () => {
    const second = told('paid_out', day(10), { payout: 'PO2' });
    const log = logOf(orderPayment, [
      observe([second]),
      // Now the money stood since the 4th, and the second paid-out brings nothing.
      observe([paidOut]),
      // Now it was lost between them, and the second is a run of its own again.
      observe([failed]),
    ]);
    expect(log.filter(({ type }) => type === 'CorrectionPosted')).toHaveLength(1);
    expect(journal(log)).toStrictEqual([RECEIPT, REVERSAL, `receipt 10: ${ORDER_RECEIPT}`]);
    const ids = log.flatMap((event) => (event.type === 'DocumentPosted' ? [event.data.documentId] : []));
    expect(new Set(ids).size).toBe(4);
  });
});

describe('where the books begin', () => {
  const everything = [paidOut, chargedBack, chargebackCancelled, told('failed', day(10))];
  const IN = (date: string) => `1100 debit 12000, ${date} credit 12000`;
  const OUT = (date: string) => `1100 credit 12000, ${date} debit 12000`;

  test.each<[string, string, readonly string[]]>([
    [
      'before all',
      day(1),
      [
        `receipt 04: ${IN('1200')}`,
        `reversal 06 ← receipt 04: ${OUT('1200')}`,
        `receipt 08: ${IN('1200')}`,
        `reversal 10 ← receipt 08: ${OUT('1200')}`,
      ],
    ],
    [
      'at the very instant of the paid-out, which is posted',
      day(4),
      [
        `receipt 04: ${IN('1200')}`,
        `reversal 06 ← receipt 04: ${OUT('1200')}`,
        `receipt 08: ${IN('1200')}`,
        `reversal 10 ← receipt 08: ${OUT('1200')}`,
      ],
    ],
    [
      'after the paid-out: its loss goes to the prior period, and so does what undoes that',
      day(5),
      [
        `prior_loss 06: ${OUT('2910')}`,
        `prior_restored 08 ← prior_loss 06: ${IN('2910')}`,
        `prior_loss 10: ${OUT('2910')}`,
      ],
    ],
    [
      'after the chargeback: what it lost is won back in the prior period',
      day(7),
      [`prior_restored 08: ${IN('2910')}`, `prior_loss 10: ${OUT('2910')}`],
    ],
    ['after the chargeback was cancelled', day(9), [`prior_loss 10: ${OUT('2910')}`]],
    ['after all', day(11), []],
  ])('%s', (_, booksFrom, expected) => {
    expect(arriving(paymentOnAccount, everything, { ...RULES, booksFrom })).toStrictEqual(expected);
  });

  test('a second run that is paid out after it is ours, also when the first was not', () => {
    const events = [paidOut, failed, told('resubmission_requested', day(7)), told('paid_out', day(10))];
    expect(arriving(paymentOnAccount, events, { ...RULES, booksFrom: day(5) })).toStrictEqual([
      `prior_loss 06: ${OUT('2910')}`,
      `receipt 10: ${IN('1200')}`,
    ]);
  });

  test('a won-back chargeback of the prior period undoes its own loss, not a later one', () => {
    const events = [
      paidOut,
      chargedBack,
      told('paid_out', day(7)),
      told('failed', day(8)),
      told('chargeback_cancelled', day(9)),
    ];
    expect(arriving(orderPayment, events, { ...RULES, booksFrom: day(5) })).toStrictEqual([
      `prior_loss 06: ${OUT('2910')}`,
      `receipt 07: ${ORDER_RECEIPT}`,
      `reversal 08 ← receipt 07: ${ORDER_REVERSAL}`,
      `prior_restored 09 ← prior_loss 06: ${IN('2910')}`,
    ]);
  });

  const refunds: readonly PaymentCommand[] = [
    refund('RefundSettled', 'RF1', 4000, day(6)),
    refund('RefundReturned', 'RF1', 4000, day(8)),
  ];
  const refundsUnder = (booksFrom: string): readonly string[] => {
    const rules = { ...RULES, booksFrom };
    return journal(
      logOf(orderPayment, [
        observe([paidOut], rules),
        ...refunds.map((command) => ('rules' in command ? { ...command, rules } : command)),
      ]),
    );
  };

  test.each<[string, string, readonly string[]]>([
    [
      'before all',
      day(4),
      [
        `receipt 04: ${ORDER_RECEIPT}`,
        'refund 06: 1100 credit 4000, 4000 debit 2500 at 20 %, 4100 debit 1000 at 0 %, 2200 debit 500 at 20 %',
        'refund_returned 08 ← refund 06: 1100 debit 4000, 4000 credit 2500 at 20 %, 4100 credit 1000 at 0 %, 2200 credit 500 at 20 %',
      ],
    ],
    [
      'after the paid-out',
      day(5),
      [
        'prior_loss 06: 1100 credit 4000, 2910 debit 4000',
        'prior_restored 08 ← prior_loss 06: 1100 debit 4000, 2910 credit 4000',
      ],
    ],
    ['after the refund', day(7), ['prior_restored 08: 1100 debit 4000, 2910 credit 4000']],
    ['after all', day(9), []],
  ])('a refund and its return, with books that begin %s', (_, booksFrom, expected) => {
    expect(refundsUnder(booksFrom)).toStrictEqual(expected);
  });
});

describe('whose it is becomes known', () => {
  test('what stands on 2900 is corrected and posted anew on 1200, each with its own effective time', () => {
    const before = logOf(adopted(null), [
      observe([paidOut]),
      refund('RefundSettled', 'RF1', 4000, day(5)),
      observe([chargedBack]),
    ]);
    const log = logOf(before, [identify('cus_7')]);
    expect(journal(log)).toStrictEqual([
      'receipt 04: 1100 debit 12000, 1200 credit 12000',
      'refund 05: 1100 credit 4000, 1200 debit 4000',
      'reversal 06 ← receipt 04: 1100 credit 12000, 1200 debit 12000',
    ]);
    const after = log.slice(before.length);
    expect(after.map(({ type, effectiveAt }) => [type, effectiveAt])).toStrictEqual([
      ['PaymentIdentified', day(28)],
      ['CorrectionPosted', day(4)],
      ['CorrectionPosted', day(5)],
      ['CorrectionPosted', day(6)],
      ['DocumentPosted', day(4)],
      ['DocumentPosted', day(6)],
      ['DocumentPosted', day(5)],
    ]);
    expect(new Set(after.map(({ causationId }) => causationId))).toStrictEqual(new Set(['identify']));
  });

  test('what comes later is posted on 1200 at once', () => {
    const log = logOf(adopted(null), [identify('cus_7'), observe([paidOut])]);
    expect(journal(log)).toStrictEqual(['receipt 04: 1100 debit 12000, 1200 credit 12000']);
    expect(log.some(({ type }) => type === 'CorrectionPosted')).toBe(false);
  });

  test('what is of the prior period stays there', () => {
    const rules = { ...RULES, booksFrom: day(5) };
    const log = logOf(adopted(null), [observe([paidOut, failed], rules), identify('cus_7', rules)]);
    expect(journal(log)).toStrictEqual(['prior_loss 06: 1100 credit 12000, 2910 debit 12000']);
    expect(log.some(({ type }) => type === 'CorrectionPosted')).toBe(false);
  });
});
