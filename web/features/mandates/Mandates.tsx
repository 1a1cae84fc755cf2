import { Link } from '@tanstack/react-router';
import { type ItemOf } from '../../api/addresses';
import { useKeepsBooks } from '../../api/session';
import { type Column } from '../../parts/data-table/columns';
import { type Filter, optionsOf } from '../../parts/filters/filter';
import { buttonClass } from '../../parts/forms/Button';
import { List } from '../../parts/list/List';
import { Opens } from '../../parts/list/Opens';
import { useListSearch } from '../../parts/list/use-list-search';
import { MandateActs } from '../../parts/mandate-acts/MandateActs';
import { Page } from '../../parts/page/Page';
import { mandateView } from '../../parts/status/status';
import { Status, Tick } from '../../parts/status/Status';
import { Day } from '../../parts/when/When';
import { said } from '../../words/codes/said';
import { FOUND_BY, MANDATE_MARK, MANDATE_STATUS, SCHEME } from '../../words/codes/states';
import { words } from '../../words/en/mandates';

type Mandate = ItemOf<'/api/mandates'>;

const columns: readonly Column<Mandate>[] = [
  {
    key: 'customer',
    heading: words.customer,
    cell: ({ customerId, customerName }) => (
      <Opens to={`/customers/${customerId}`}>
        <bdi>{customerName ?? words.forgotten}</bdi>
      </Opens>
    ),
  },
  { key: 'mandate', heading: words.mandate, cell: ({ mandateId }) => mandateId },
  { key: 'scheme', heading: words.scheme, cell: ({ scheme }) => said(SCHEME, scheme ?? '') },
  {
    key: 'status',
    heading: words.status,
    cell: ({ status, linked }) => <Status {...mandateView(status, linked)} />,
  },
  {
    key: 'whyNot',
    heading: words.whyNot,
    cell: ({ unusableReason }) => (unusableReason === null ? null : said(MANDATE_MARK, unusableReason)),
  },
  { key: 'reference', heading: words.reference, cell: ({ reference }) => reference },
  {
    key: 'bank',
    heading: words.bank,
    cell: ({ bankName, accountNumberEnding }) =>
      accountNumberEnding === null ? bankName : words.bankEnding(bankName ?? '', accountNumberEnding),
  },
  {
    key: 'nextCharge',
    heading: words.nextCharge,
    sort: 'nextPossibleChargeDate',
    cell: ({ nextPossibleChargeDate }) => <Day day={nextPossibleChargeDate} />,
  },
  { key: 'lastUsed', heading: words.lastUsed, cell: ({ lastUsedAt }) => <Day day={lastUsedAt} /> },
  {
    key: 'default',
    heading: words.isDefault,
    align: 'center',
    cell: ({ default: isDefault }) => <Tick on={isDefault} />,
  },
  {
    key: 'foundBy',
    heading: words.foundBy,
    isExtra: true,
    cell: ({ foundBy }) => (foundBy === null ? null : said(FOUND_BY, foundBy)),
  },
  {
    key: 'replacedBy',
    heading: words.replacedBy,
    isExtra: true,
    cell: ({ mandateId, effectiveMandateId }) => (effectiveMandateId === mandateId ? null : effectiveMandateId),
  },
  { key: 'acts', heading: '', isActs: true, cell: (mandate) => <MandateActs of={mandate} /> },
];

const filters: readonly Filter[] = [
  { kind: 'choice', name: 'status', label: words.status, options: optionsOf(MANDATE_STATUS) },
  { kind: 'choice', name: 'scheme', label: words.scheme, options: optionsOf(SCHEME) },
  { kind: 'flag', name: 'usable', label: words.usable },
  { kind: 'flag', name: 'default', label: words.isDefault },
  { kind: 'choice', name: 'foundBy', label: words.foundBy, options: optionsOf(FOUND_BY) },
  { kind: 'flag', name: 'includeUnlinked', label: words.includeUnlinked },
];

const PRESETS = [
  { name: words.views.unusable, search: { usable: 'false' } },
  { name: words.views.withUnlinked, search: { includeUnlinked: 'true' } },
];

export function Mandates() {
  const [search, onSearch] = useListSearch();
  const keepsBooks = useKeepsBooks();
  return (
    <Page
      title={words.title}
      fills
      actions={
        keepsBooks && (
          <>
            <Link to="/mandates/import" className={buttonClass()}>
              {words.importLinks}
            </Link>
            <Link to="/mandates/suggestions" className={buttonClass()}>
              {words.suggestions}
            </Link>
          </>
        )
      }
    >
      <List
        path="/api/mandates"
        summary="/api/mandates/summary"
        name="mandates"
        what={words.what}
        search={search}
        onSearch={onSearch}
        filters={filters}
        columns={columns}
        rowKey={({ mandateId }) => mandateId}
        empty={words.empty}
        presets={PRESETS}
        hasText
      />
    </Page>
  );
}
