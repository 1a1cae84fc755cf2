import { Acts } from '../../parts/instalments/Acts';
import { matrixColumns } from '../../parts/instalments/columns';
import { type Instalment } from '../../parts/instalments/meaning';
import { type Column } from '../../parts/data-table/columns';
import { type Filter } from '../../parts/filters/filter';
import { Opens } from '../../parts/list/Opens';
import { words as instalments } from '../../words/en/instalments';
import { words } from '../../words/en/scheduled';

export const columns: readonly Column<Instalment>[] = [
  {
    key: 'customer',
    heading: instalments.customer,
    card: 'title',
    cell: ({ salesOrderId, customerName }) => (
      <Opens to={`/orders/${salesOrderId}`}>
        <bdi>{customerName ?? instalments.forgotten}</bdi>
      </Opens>
    ),
  },
  ...matrixColumns,
  { key: 'currency', heading: instalments.currency, isExtra: true, cell: ({ currency }) => currency },
  { key: 'acts', heading: '', isActs: true, cell: (row) => <Acts of={row} /> },
];

export const filters: readonly Filter[] = [
  { kind: 'days', name: 'dueDate', label: words.due },
  { kind: 'days', name: 'sentAt', label: words.sent },
  { kind: 'flag', name: 'isProcessed', label: words.isProcessed },
  { kind: 'flag', name: 'isPaymentProcessed', label: words.isPaymentProcessed },
  { kind: 'flag', name: 'hasErrors', label: words.hasErrors },
  { kind: 'flag', name: 'isCancelled', label: words.isCancelled },
  { kind: 'flag', name: 'waitsForMandate', label: words.waitsForMandate },
  { kind: 'text', name: 'mandateId', label: words.mandateId },
];
