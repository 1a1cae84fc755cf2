import { balanceExportDecider } from '../../src/domain/balance-exports/balance-export';
import { exportRowsDecider } from '../../src/domain/balance-exports/export-rows';
import { type ExportRow } from '../../src/domain/balance-exports/events';
import { awaitedPayment } from '../../src/domain/balance-exports/row-payment';
import { exportRowId, rowPaymentId } from '../../src/domain/balance-exports/rows';
import { type CustomerCommand, customerDecider } from '../../src/domain/customers/customer';
import { type GoCardlessPaymentReading } from '../../src/domain/payments/payment';
import { sum } from '../../src/domain/shared/money';
import { gcEvent, PlayedWorld } from './played-world';

export const BATCH = 'bex_0123456789abcdef0123456789abcdef';
const CONNECTION = 'con_1';

type Wish = CustomerCommand extends infer Command
  ? Command extends unknown
    ? Omit<Command, 'at' | 'commandId'>
    : never
  : never;

/** A business with stated balances, whose batches are made as the commands would make them. */
export class PlayedBalances {
  readonly world = new PlayedWorld();

  private constructor() {
    // Made by `begin`.
  }

  /**
   * Ann has an active mandate; Bob's was replaced; Cat has two, of which the older is her default; Dan's is of another currency; Eve has
   * none; Fay's has ended.
   */
  static async begin(): Promise<PlayedBalances> {
    const played = new PlayedBalances();
    const { world } = played;
    await world.openConnection(CONNECTION);
    for (const name of ['Ann', 'Bob', 'Cat', 'Dan', 'Eve', 'Fay']) {
      await world.registerCustomer(CONNECTION, `cus_${name.toLowerCase()}`, name, name < 'C' ? 'north' : 'south');
    }
    await world.linkMandate(CONNECTION, 'MDANN', 'cus_ann');
    await world.linkMandate(CONNECTION, 'MDBOB', 'cus_bob');
    const at = '2026-03-01T09:00:00.000Z';
    await world.toldOfMandate(CONNECTION, 'MDBOB2', gcEvent('mandates', 'active', { mandate: 'MDBOB2' }, at));
    const replaced = gcEvent('mandates', 'replaced', { mandate: 'MDBOB', new_mandate: 'MDBOB2' }, at);
    await world.toldOfMandate(CONNECTION, 'MDBOB', replaced);
    // What takes the place of a linked mandate links itself when it may be used.
    await world.linkMandate(CONNECTION, 'MDBOB2', 'cus_bob', { foundBy: 'itself' });
    await world.linkMandate(CONNECTION, 'MDCAT1', 'cus_cat');
    await world.linkMandate(CONNECTION, 'MDCAT2', 'cus_cat');
    await played.customer('cus_cat', { type: 'ChooseDefaultMandate', currency: 'GBP', mandateId: 'MDCAT1' });
    await world.linkMandate(CONNECTION, 'MDDAN', 'cus_dan', { scheme: 'sepa_core' });
    await world.linkMandate(CONNECTION, 'MDFAY', 'cus_fay');
    await world.toldOfMandate(CONNECTION, 'MDFAY', gcEvent('mandates', 'cancelled', { mandate: 'MDFAY' }, at));
    return played;
  }

  customer(customerId: string, wish: Wish): Promise<string> {
    return this.world.execute(customerDecider, customerId, {
      ...wish,
    });
  }

  state(customerId: string, amount: number, asOf = '2026-03-01T00:00:00.000Z', currency = 'GBP'): Promise<string> {
    return this.customer(customerId, { type: 'StateBalance', currency, amount, asOf, balanceImportId: null });
  }

  async open(balanceExportId: string): Promise<void> {
    const batch = { balanceExportId, connectionId: CONNECTION, currency: 'GBP', chargeDate: '2026-03-20' };
    await this.batch(balanceExportId, { type: 'OpenBalanceExport', batch });
  }

  reserve(balanceExportId: string, number: number, customerId: string, amount: number): Promise<string> {
    const rowId = exportRowId(balanceExportId, number);
    return this.customer(customerId, { type: 'ReserveBalance', balanceExportId, rowId, currency: 'GBP', amount });
  }

  /** Opens, reserves, lists and seals; the rows are numbered from 1. */
  async export(
    balanceExportId: string,
    wanted: readonly { readonly customerId: string; readonly mandateId: string; readonly amount: number }[],
  ): Promise<readonly ExportRow[]> {
    await this.open(balanceExportId);
    const rows = wanted.map((one, index): ExportRow => {
      const number = index + 1;
      const person = { name: one.customerId, company: null, email: null, description: null };
      const gocardlessCustomerId = `CU${one.customerId.toUpperCase()}`;
      return { ...one, ...person, number, rowId: exportRowId(balanceExportId, number), gocardlessCustomerId };
    });
    for (const { number, customerId, amount } of rows) await this.reserve(balanceExportId, number, customerId, amount);
    const listed = { balanceExportId, connectionId: CONNECTION, rows };
    await this.world.execute(exportRowsDecider, balanceExportId, { type: 'ListRows', chunk: 0, listed });
    const totalAmount = sum(rows.map(({ amount }) => amount));
    const hashes = { rowsSha256: 'rows', csvSha256: 'csv', xlsxSha256: 'xlsx' };
    const seal = { rowCount: rows.length, lastNumber: rows.length, totalAmount, ...hashes };
    await this.batch(balanceExportId, { type: 'SealBalanceExport', seal });
    return rows;
  }

  /** Makes the rows payments that are waited for. */
  async add(balanceExportId: string, rows: readonly ExportRow[]): Promise<void> {
    await this.batch(balanceExportId, { type: 'AddBalancesAsPayments' });
    const batch = { balanceExportId, connectionId: CONNECTION, currency: 'GBP', chargeDate: '2026-03-20' };
    for (const row of rows) {
      const awaited = awaitedPayment(batch, row);
      await this.world.payment(awaited.paymentId, { type: 'AwaitPayment', awaited });
    }
  }

  /** Gives a row up. */
  async release(balanceExportId: string, { number, rowId, customerId }: ExportRow): Promise<void> {
    await this.batch(balanceExportId, { type: 'ReleaseRows', numbers: [[number, number]] });
    await this.world.payment(rowPaymentId(rowId), { type: 'ReleaseAwaited' });
    await this.customer(customerId, { type: 'ReleaseBalance', currency: 'GBP', rowId });
  }

  /** GoCardless shows the payment of a row. */
  appear(
    { rowId, mandateId, amount }: ExportRow,
    gocardlessPaymentId: string,
    given: Partial<GoCardlessPaymentReading> = {},
  ): Promise<void> {
    const reading = { ...this.reading(gocardlessPaymentId, mandateId, amount), ...given };
    return this.world.bind(CONNECTION, rowPaymentId(rowId), reading);
  }

  /** A payment of somebody else's making. */
  async adopt(
    gocardlessPaymentId: string,
    mandateId: string,
    amount: number,
    customerId: string,
    createdAt = this.world.now,
  ): Promise<string> {
    const paymentId = `pay_${gocardlessPaymentId}`;
    const reading = { ...this.reading(gocardlessPaymentId, mandateId, amount), createdAt };
    const causationId = gocardlessPaymentId;
    const adopted = { paymentId, connectionId: CONNECTION, customerId, reading, suspicion: null };
    await this.world.payment(paymentId, { type: 'AdoptPayment', ...adopted, causationId });
    return paymentId;
  }

  match({ rowId }: ExportRow, matchedTo: string): Promise<string> {
    return this.world.payment(rowPaymentId(rowId), { type: 'MatchAwaited', matchedTo });
  }

  /** GoCardless says what became of a payment. */
  async tell(paymentId: string, gocardlessPaymentId: string, action: string, at: string, details = {}): Promise<void> {
    this.world.at(at);
    const links = { payment: gocardlessPaymentId, ...(action === 'paid_out' ? { payout: 'PO1' } : {}) };
    await this.world.told(CONNECTION, paymentId, gcEvent('payments', action, links, at, details));
  }

  private reading(gocardlessPaymentId: string, mandateId: string, amount: number): GoCardlessPaymentReading {
    const of = { gocardlessPaymentId, mandateId, creditorId: 'CRCON_1', obstacle: null, amount, currency: 'GBP' };
    return { ...of, createdAt: this.world.now, chargeDate: '2026-03-20', status: 'pending_submission' };
  }

  batch(balanceExportId: string, wish: BatchWish): Promise<string> {
    return this.world.execute(balanceExportDecider, balanceExportId, { ...wish });
  }
}

type BatchCommand = Parameters<(typeof balanceExportDecider)['decide']>[0];
type BatchWish = BatchCommand extends infer Command
  ? Command extends unknown
    ? Omit<Command, 'at' | 'causationId'>
    : never
  : never;
