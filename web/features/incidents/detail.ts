import { said } from '../../words/codes/said';
import { DELIVERY_REASON, INCIDENT_DETAIL } from '../../words/codes/states';

const CODES: Readonly<Record<string, string>> = { ...DELIVERY_REASON, ...INCIDENT_DETAIL };

/** What an incident says beside its type: a code in words, a sentence as it came, and no bare id, which stands among the facts. */
export function detailInWords({ detail }: { readonly detail: string | null }): string | null {
  if (detail === null || /^(?:pay_|PM)\w+$/.test(detail)) return null;
  return /^[a-z_]+$/.test(detail) ? said(CODES, detail) : detail;
}
