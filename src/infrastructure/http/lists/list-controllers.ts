import { type Type } from '@nestjs/common';
import { balanceExportsList } from '../../../read-models/balance-exports/list';
import { rowMatchesList } from '../../../read-models/balance-exports/row-matches';
import { exportRowsList } from '../../../read-models/balance-exports/rows';
import { balancesList } from '../../../read-models/balances/list';
import { connectionsList } from '../../../read-models/connections/list';
import { customersList } from '../../../read-models/customers/list';
import { deliveriesList } from '../../../read-models/deliveries/list';
import { incidentsList } from '../../../read-models/incidents/list';
import { accountsList } from '../../../read-models/ledger/accounts';
import { transactionsList } from '../../../read-models/ledger/transactions';
import { mandatesList } from '../../../read-models/mandates/list';
import { paymentsList } from '../../../read-models/payments/list';
import { payoutItemsList } from '../../../read-models/payouts/items';
import { payoutsList } from '../../../read-models/payouts/list';
import { portalLinksList } from '../../../read-models/portal-links/list';
import { receiptsList } from '../../../read-models/receipts/list';
import { refundsList } from '../../../read-models/refunds/list';
import { salesOrdersList } from '../../../read-models/sales-orders/list';
import { scheduledPaymentsList } from '../../../read-models/scheduled-payments/list';
import { timelineList } from '../../../read-models/timeline/list';
import { MAY } from '../access/roles';
import { NO_CUSTOMER } from '../customers/customers-in-scope';
import { NO_EXPORT } from '../balance-exports/balance-exports.controller';
import { listController } from './list-controller';

const { readBooks, readPayments } = MAY;
const ofExport = { tag: 'Balance exports', roles: readBooks, missing: NO_EXPORT };

/** Every list that is read from read models alone. */
export const LIST_CONTROLLERS: readonly Type[] = [
  listController({ path: 'api/balance-exports', tag: 'Balance exports', roles: readBooks, list: balanceExportsList }),
  listController({ path: 'api/balance-exports/:id/rows', ...ofExport, list: exportRowsList }),
  listController({ path: 'api/balance-exports/:id/matches', ...ofExport, list: rowMatchesList }),
  listController({ path: 'api/balances', tag: 'Balances', roles: readBooks, list: balancesList }),
  listController({ path: 'api/connections', tag: 'Connections', roles: readBooks, list: connectionsList }),
  listController({ path: 'api/customers', tag: 'Customers', roles: readBooks, list: customersList }),
  listController({
    path: 'api/customers/:id/portal-links',
    tag: 'Customers',
    roles: readBooks,
    list: portalLinksList,
    missing: NO_CUSTOMER,
  }),
  listController({ path: 'api/deliveries', tag: 'Deliveries', roles: readBooks, list: deliveriesList }),
  listController({ path: 'api/incidents', tag: 'Incidents', roles: readBooks, list: incidentsList }),
  listController({ path: 'api/ledger/accounts', tag: 'Ledger', roles: readBooks, list: accountsList }),
  listController({ path: 'api/ledger/transactions', tag: 'Ledger', roles: readBooks, list: transactionsList }),
  listController({ path: 'api/mandates', tag: 'Mandates', roles: readBooks, list: mandatesList }),
  listController({ path: 'api/payments', tag: 'Payments', roles: readPayments, list: paymentsList }),
  listController({ path: 'api/payouts', tag: 'Payouts', roles: readBooks, list: payoutsList }),
  listController({
    path: 'api/payouts/:id/items',
    tag: 'Payouts',
    roles: readBooks,
    list: payoutItemsList,
    missing: 'There is no such payout.',
  }),
  listController({ path: 'api/receipts', tag: 'Receipts', roles: readBooks, list: receiptsList }),
  listController({ path: 'api/refunds', tag: 'Refunds', roles: readBooks, list: refundsList }),
  listController({ path: 'api/sales-orders', tag: 'Sales orders', roles: readBooks, list: salesOrdersList }),
  listController({
    path: 'api/scheduled-payments',
    tag: 'Scheduled payments',
    roles: readBooks,
    list: scheduledPaymentsList,
  }),
  listController({ path: 'api/timeline', tag: 'Audit', roles: readBooks, list: timelineList }),
];
