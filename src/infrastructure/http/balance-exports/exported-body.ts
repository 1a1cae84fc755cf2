import { type ExportAnswer } from '../../../application/balances/export-balances';
import { type Position } from '../../../application/ports/event-store';
import { type ExportedBalances } from './balance-export-fields';

/** The body of the answer: a sealed batch has its id and hashes, a dry run its first rows. */
export function exportedBody(exported: ExportAnswer): ExportedBalances & { readonly position?: Position } {
  const { id, csvSha256, xlsxSha256, preview, position, ...batch } = exported;
  if (id === null || csvSha256 === null || xlsxSha256 === null || position === null) return { ...batch, preview };
  return { id, ...batch, csvSha256, xlsxSha256, position };
}
