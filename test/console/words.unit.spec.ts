import gocardlessActions from '../../simulator/events/event-actions.json';
import { CATALOGUE } from '../../src/domain/catalogue';
import { type IgnoredReason } from '../../src/domain/deliveries/delivery';
import { type GoCardlessEventForeign, type ParkedReason } from '../../src/domain/payment-claims/events';
import { type Phase } from '../../src/domain/payments/lifecycle';
import { PROBLEM_STATUS } from '../../src/infrastructure/http/errors/problem-codes';
import { CAUSE, messageInWords } from '../../web/words/codes/causes';
import { EVENT } from '../../web/words/codes/events';
import { INCIDENT } from '../../web/words/codes/incidents';
import { PROBLEM } from '../../web/words/codes/problems';
import * as states from '../../web/words/codes/states';
import { COMING, MEANING } from '../../web/words/en/portal';
import { openApiDocument } from '../support/openapi';

type Words = Readonly<Record<string, unknown>>;

/** The compiler's half: what has no enum in the addresses is a closed union in the domain. */
const PHASES: Readonly<Record<Phase['kind'], string>> = states.PAYMENT_STATUS;
const REASONS: Readonly<Record<ParkedReason | IgnoredReason | GoCardlessEventForeign['data']['reason'], string>> =
  states.DELIVERY_REASON;

/** Which words say the values of an enum, by the name of its field; where shapes differ, by shape and field. */
const WORDS_OF: Readonly<Record<string, Words>> = {
  access: states.ACCESS,
  code: PROBLEM,
  acceptedBy: states.ACCEPTED_BY,
  environment: states.ENVIRONMENT,
  foundBy: states.FOUND_BY,
  interval: states.INTERVAL,
  itemsState: states.ITEMS_STATE,
  kind: states.DOCUMENT_KIND,
  origin: states.ORIGIN,
  resolvedBy: states.RESOLVED_BY,
  role: states.ROLE,
  step: states.SET_UP_STEP,
  type: INCIDENT,
  why: states.WHY_UNMATCHED,
  'FoundThing.kind': states.FOUND_KIND,
  'DeliveryItem.status': states.DELIVERY_STATUS,
  'listDeliveries.status': states.DELIVERY_STATUS,
  'summarizeDeliveries.status': states.DELIVERY_STATUS,
  'MandateItem.status': states.MANDATE_STATUS,
  'listMandates.status': states.MANDATE_STATUS,
  'summarizeMandates.status': states.MANDATE_STATUS,
  'PayoutFields.status': states.PAYOUT_STATUS,
  'PayoutSummaryFields.status': states.PAYOUT_STATUS,
  'listPayouts.status': states.PAYOUT_STATUS,
  'summarizePayouts.status': states.PAYOUT_STATUS,
  'RefundFields.status': states.REFUND_STATUS,
  'listRefunds.status': states.REFUND_STATUS,
  'summarizeRefunds.status': states.REFUND_STATUS,
  'BalanceExportItem.status': states.EXPORT_STATUS,
  'BalanceExportDetails.status': states.EXPORT_STATUS,
  'listBalanceExports.status': states.EXPORT_STATUS,
  'summarizeBalanceExports.status': states.EXPORT_STATUS,
  'ComingPayment.state': COMING,
  'PayerReceipt.kind': MEANING,
  'PortalLinkItem.status': states.PORTAL_LINK_STATUS,
  'PaymentSuspicion.kind': states.SUSPICION,
  'MonthFields.state': states.MONTH_STATE,
  'LeftOutCustomer.reason': states.LEFT_OUT,
  'PreviewWarning.code': states.ORDER_WARNING,
  'SuggestionItem.reason': states.SUGGESTION,
  'listMandateSuggestions.reason': states.SUGGESTION,
  'summarizeMandateSuggestions.reason': states.SUGGESTION,
  'LinkedLine.outcome': states.LINK_OUTCOME,
  'SchedulerRunItem.outcome': states.SCHEDULER_OUTCOME,
  'WorkItem.kind': states.WORK_KIND,
  'listWork.kind': states.WORK_KIND,
  'summarizeWork.kind': states.WORK_KIND,
  state: states.WORK_STATE,
  'PaymentItem.status': states.PAYMENT_STATUS,
  'listPayments.status': states.PAYMENT_STATUS,
  'summarizePayments.status': states.PAYMENT_STATUS,
  'LinkedMandate.status': states.MANDATE_STATUS,
  'ExportRowItem.status': states.ROW_STATUS,
};

/** Codes of currencies are shown as they are; how a list is read is no word of a person. */
const SHOWN_AS_THEY_ARE = ['currency', 'basis', 'order', 'sort', 'groupBy', 'format'];

interface Enumerated {
  readonly place: string;
  readonly field: string;
  readonly values: readonly string[];
}

async function enumsOfTheAddresses(): Promise<readonly Enumerated[]> {
  const found: Enumerated[] = [];
  const look = (value: unknown, place: string, field: string): void => {
    if (Array.isArray(value)) {
      for (const one of value) look(one, place, field);
    } else if (typeof value === 'object' && value !== null) {
      const node = value as Readonly<Record<string, unknown>>;
      if (Array.isArray(node['enum'])) found.push({ place, field, values: node['enum'].map(String) });
      const name = typeof node['name'] === 'string' && 'in' in node ? node['name'] : field;
      for (const [key, below] of Object.entries(node))
        look(below, place, key === 'schema' || key === 'items' ? name : key);
    }
  };
  const { paths, components } = await openApiDocument();
  for (const operations of Object.values(paths)) {
    for (const operation of Object.values(operations as Readonly<Record<string, { readonly operationId?: string }>>)) {
      look(operation, operation.operationId ?? '', '');
    }
  }
  for (const [name, schema] of Object.entries(components?.schemas ?? {})) look(schema, name, '');
  return found;
}

const missing = (codes: Iterable<string>, words: Words) =>
  [...new Set(codes)].filter((code) => !(code in words)).sort();

it('has words for every value that an address can name', async () => {
  const enums = await enumsOfTheAddresses();
  const wordless = enums
    .filter(({ field }) => !SHOWN_AS_THEY_ARE.includes(field))
    .flatMap(({ place, field, values }) => {
      const words = WORDS_OF[`${place}.${field}`] ?? WORDS_OF[field];
      return words === undefined
        ? [`${place}.${field}`]
        : missing(values, words).map((value) => `${place}.${field}: ${value}`);
    });
  expect(enums.length).toBeGreaterThan(40);
  expect(wordless).toEqual([]);
});

it('has words for every cause that GoCardless can give', () => {
  const causes = gocardlessActions
    .filter(({ resource_type: type }) => ['payments', 'mandates', 'payouts', 'refunds'].includes(type))
    .map(({ cause }) => cause);
  expect(causes.length).toBeGreaterThan(100);
  expect(missing(causes, CAUSE)).toEqual([]);
});

it('has words for every event of the log, and for no other', () => {
  expect(Object.keys(EVENT).sort()).toEqual(Object.keys(CATALOGUE).sort());
});

it('has words for every phase of a payment and every reason why an event waits', () => {
  expect([...Object.values(PHASES), ...Object.values(REASONS)].filter((words) => words === '')).toEqual([]);
});

it('has a sentence for every problem', () => {
  expect(missing(Object.keys(PROBLEM_STATUS), PROBLEM)).toEqual([]);
});

it('says a message in words, with what the bank wrote after it, and shows a code that is new', () => {
  expect(
    ['payment_paid_out', 'insufficient_funds: Refer to payer (R01): no funds', 'a_new_cause'].map(messageInWords),
  ).toEqual(['paid out', 'too little on the account: Refer to payer (R01): no funds', 'a new cause']);
});
