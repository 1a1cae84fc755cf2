import { currencyOfScheme } from '../../domain/mandates/scheme';
import { groupBy } from '../../domain/shared/grouping';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { type Successions, successionsOf } from '../mandates/successors';
import { mandates, type VisibleMandate } from '../mandates/table';
import { equalTo } from '../view';
import { balanceId, type DefaultMandateRow, defaultMandates } from './table';

export interface CollectingMandate {
  readonly mandateId: string;
  readonly gocardlessCustomerId: string;
}

export interface MandateChoice {
  /** Null when no usable mandate fits the currency. */
  readonly mandate: CollectingMandate | null;
  /** There is a usable one, but none that fits. */
  readonly ofOtherCurrency: boolean;
}

/**
 * By which mandate each customer's balance in a currency is collected: the one that staff chose, else the newest active one, else the newest
 * that is usable. A mandate is what stands at the end of its replacement chain.
 */
export async function collectingMandates(
  database: ReadModelDatabase,
  connectionId: string,
  currency: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, MandateChoice>> {
  const reader = new RowReader(database);
  const where = {
    ...equalTo<VisibleMandate>({ connectionId, linked: true }),
    customerId: { in: customerIds },
  };
  const linked = (await reader.readRows<VisibleMandate>(mandates, { where })).map(({ row }) => row);
  const successions = await successionsOf(database, { connectionIds: 'all' }, linked);
  const chosen = await chosenMandates(reader, currency, customerIds);
  const byCustomer = groupBy(linked, ({ customerId }) => customerId ?? '');
  return new Map(
    customerIds.map((customerId) => {
      const usable = usableOf(byCustomer.get(customerId) ?? [], successions);
      const own = chosen.get(customerId);
      // What took the place of the chosen one is chosen, too.
      return [
        customerId,
        choiceOf(usable, currency, own === undefined ? null : successions.effectiveId(connectionId, own)),
      ];
    }),
  );
}

async function chosenMandates(
  reader: RowReader,
  currency: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = customerIds.map((customerId) => balanceId(customerId, currency));
  const rows = await reader.readRows<DefaultMandateRow>(defaultMandates, { ids });
  return new Map(rows.map(({ row }) => [row.customerId, row.mandateId]));
}

/** A linked mandate that can be charged, with what stands at the end of its chain. */
interface Usable {
  readonly link: VisibleMandate;
  readonly effective: VisibleMandate;
}

/** Newest link first. */
function usableOf(linked: readonly VisibleMandate[], successions: Successions): readonly Usable[] {
  return linked
    .flatMap((link) => {
      const effective = successions.effective(link.connectionId, link.mandateId);
      // What took a linked one's place is linked itself when it may be used: it may be another creditor's, or settle directly.
      return effective?.usable === true && effective.linked ? [{ link, effective }] : [];
    })
    .sort((a, b) => ((a.link.linkedAt ?? 0n) < (b.link.linkedAt ?? 0n) ? 1 : -1));
}

function choiceOf(usable: readonly Usable[], currency: string, chosen: string | null): MandateChoice {
  const fitting = usable.filter(({ link, effective }) => {
    const scheme = effective.scheme ?? link.scheme;
    // GoCardless decides whether a scheme that is not known here fits.
    return scheme === null || (currencyOfScheme(scheme) ?? currency) === currency;
  });
  const taken =
    fitting.find(({ effective }) => chosen === effective.mandateId) ??
    fitting.find(({ effective }) => effective.status === 'active') ??
    fitting[0];
  if (taken === undefined) return { mandate: null, ofOtherCurrency: usable.length > 0 };
  const gocardlessCustomerId = taken.effective.gocardlessCustomerId ?? taken.link.gocardlessCustomerId ?? '';
  return { mandate: { mandateId: taken.effective.mandateId, gocardlessCustomerId }, ofOtherCurrency: false };
}
