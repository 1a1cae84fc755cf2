import { balanceExportsReadModel } from './balance-exports/table';
import { connectionsReadModel } from './connections/table';
import { customersReadModel } from './customers/table';
import { deliveriesReadModel } from './deliveries/table';
import { paymentsReadModel } from './payments/table';
import { type ReadModel } from './engine/read-model';
import { incidentsReadModel } from './incidents/table';
import { mandatesReadModel } from './mandates/table';
import { payoutsReadModel } from './payouts/table';
import { peopleReadModel } from './people/table';
import { portalLinksReadModel } from './portal-links/table';
import { receiptsReadModel } from './receipts/table';
import { recordedTimesReadModel } from './recorded-times/table';
import { refundsReadModel } from './refunds/table';
import { ledgerReadModel } from './ledger/table';
import { salesOrdersReadModel } from './sales-orders/table';
import { scheduledPaymentsReadModel } from './scheduled-payments/table';
import { timelineReadModel } from './timeline/table';

/** Every read model of the product. */
export const ALL_READ_MODELS: readonly ReadModel[] = [
  connectionsReadModel,
  customersReadModel,
  peopleReadModel,
  mandatesReadModel,
  salesOrdersReadModel,
  scheduledPaymentsReadModel,
  paymentsReadModel,
  balanceExportsReadModel,
  receiptsReadModel,
  ledgerReadModel,
  payoutsReadModel,
  refundsReadModel,
  deliveriesReadModel,
  incidentsReadModel,
  portalLinksReadModel,
  timelineReadModel,
  recordedTimesReadModel,
];
