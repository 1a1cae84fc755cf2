import { type PaymentAwaited, type PaymentRequested } from '../payments/events';
import { idempotencyKeyOf } from '../payments/idempotency-key';
import { type BalanceExportOpened, type ExportRow } from './events';
import { rowPaymentId } from './rows';

type Batch = BalanceExportOpened['data'];

/** The payment of a row that is waited for: GoCardless has the file, or will have it. */
export function awaitedPayment(batch: Batch, row: ExportRow): PaymentAwaited['data'] {
  const { balanceExportId, connectionId, currency, chargeDate } = batch;
  const { rowId, customerId, mandateId, amount } = row;
  return {
    paymentId: rowPaymentId(rowId),
    connectionId,
    customerId,
    origin: { kind: 'balance_export', balanceExportId, rowId },
    mandateId,
    amount,
    currency,
    chargeDate,
  };
}

/** The payment of a row that is sent through the API instead. */
export function requestedPayment(batch: Batch, row: ExportRow): PaymentRequested['data'] {
  const awaited = awaitedPayment(batch, row);
  return {
    ...awaited,
    description: row.description,
    shares: [],
    idempotencyKey: idempotencyKeyOf(awaited.paymentId),
    retryIfPossible: false,
  };
}
