import { asOfSource } from '../engine/reader';
import { type ReadModelDatabase } from '../engine/database';
import { textRows } from '../../postgres/sql';
import { paymentsTable } from '../payments/table';
import { type View } from '../view';
import { mandateKey } from './successors';
import { type VisibleMandate } from './table';

/** The latest charge date of the payments on mandates that went to GoCardless and were not cancelled, by `<connection>.<mandate>`. */
export async function lastUses(
  { pool, schema }: ReadModelDatabase,
  { asOf }: View,
  rows: readonly VisibleMandate[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const used = await textRows(
    pool,
    `select connection_id, mandate_id, max(charge_date) from ${asOfSource(schema, paymentsTable, asOf ?? null)} payment
     where mandate_id = any($1::text[]) and gocardless_payment_id is not null and not cancelled and charge_date is not null
     group by connection_id, mandate_id`,
    [rows.map(({ mandateId }) => mandateId)],
  );
  return new Map(
    used.map(([connectionId, mandateId, day]) => [mandateKey(connectionId ?? '', mandateId ?? ''), day ?? '']),
  );
}
