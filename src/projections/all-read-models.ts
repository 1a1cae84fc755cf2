import { balanceExportsReadModel } from './balance-exports/table';
import { balancesReadModel } from './balances/table';
import { connectionsReadModel } from './connections/table';
import { customersReadModel } from './customers/table';
import { deliveriesReadModel } from './deliveries/table';
import { ePaymentsReadModel } from './e-payments/table';
import { type ReadModel } from './engine/read-model';
import { incidentsReadModel } from './incidents/table';
import { mandatesListReadModel } from './mandates-list/table';
import { payoutsReadModel } from './payouts/table';
import { peopleReadModel } from './people/table';
import { receiptsReadModel } from './receipts/table';
import { recordedTimesReadModel } from './recorded-times/table';
import { salesLedgerReadModel } from './sales-ledger/table';
import { salesOrdersReadModel } from './sales-orders/table';
import { scheduledPaymentsReadModel } from './scheduled-payments/table';
import { timelineReadModel } from './timeline/table';

/** Every read model of the product. */
export const ALL_READ_MODELS: readonly ReadModel[] = [
  connectionsReadModel,
  customersReadModel,
  peopleReadModel,
  mandatesListReadModel,
  salesOrdersReadModel,
  scheduledPaymentsReadModel,
  ePaymentsReadModel,
  balancesReadModel,
  balanceExportsReadModel,
  receiptsReadModel,
  salesLedgerReadModel,
  payoutsReadModel,
  deliveriesReadModel,
  incidentsReadModel,
  timelineReadModel,
  recordedTimesReadModel,
];

/** Those that a certificate speaks of: what is personal may go, and the certificate must still hold. */
export const CERTIFIED_READ_MODELS: readonly ReadModel[] = ALL_READ_MODELS.filter(
  ({ tables }) => !tables.some(({ keeps }) => keeps === 'present'),
);
