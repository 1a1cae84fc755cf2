import { balanceExportsList } from '../../src/read-models/balance-exports/list';
import { rowMatchesList } from '../../src/read-models/balance-exports/row-matches';
import { exportRowsList } from '../../src/read-models/balance-exports/rows';
import { balancesList } from '../../src/read-models/balances/list';
import { connectionsList } from '../../src/read-models/connections/list';
import { customersList } from '../../src/read-models/customers/list';
import { deliveriesList } from '../../src/read-models/deliveries/list';
import { incidentsList } from '../../src/read-models/incidents/list';
import { accountsList } from '../../src/read-models/ledger/accounts';
import { transactionsList } from '../../src/read-models/ledger/transactions';
import { mandatesList } from '../../src/read-models/mandates/list';
import { paymentsList } from '../../src/read-models/payments/list';
import { payoutItemsList } from '../../src/read-models/payouts/items';
import { payoutsList } from '../../src/read-models/payouts/list';
import { portalLinksList } from '../../src/read-models/portal-links/list';
import { receiptsList } from '../../src/read-models/receipts/list';
import { refundsList } from '../../src/read-models/refunds/list';
import { salesOrdersList } from '../../src/read-models/sales-orders/list';
import { scheduledPaymentsList } from '../../src/read-models/scheduled-payments/list';
import { type List } from '../../src/read-models/lists/list';

/** Lists of all that there is. */
export const WHOLE_LISTS: readonly List<object>[] = [
  balanceExportsList,
  balancesList,
  connectionsList,
  customersList,
  deliveriesList,
  incidentsList,
  accountsList,
  transactionsList,
  mandatesList,
  paymentsList,
  payoutsList,
  receiptsList,
  refundsList,
  salesOrdersList,
  scheduledPaymentsList,
];
/** Lists of the parts of a thing. */
export const LISTS_OF_THINGS: readonly List<object>[] = [
  exportRowsList,
  rowMatchesList,
  payoutItemsList,
  portalLinksList,
];
