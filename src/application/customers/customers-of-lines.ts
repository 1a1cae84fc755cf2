import { type BalanceQuestions } from '../ports/balance-questions';
import { type TableLine } from '../ports/table-files';
import { type LineError } from './line-errors';

/** Whose a line is, or what is wrong with what stands there. */
export type WhoseLine = { readonly customerId: string } | Omit<LineError, 'line'>;

/** Answers for each of these lines whose it is, by its columns `customerId` or `reference`. */
export async function customersOfLines(
  questions: BalanceQuestions,
  connectionId: string,
  lines: readonly TableLine[],
): Promise<(line: TableLine) => WhoseLine> {
  const texts = (column: string) => [...new Set(lines.flatMap(({ cells }) => cells[column] || []))];
  const [byId, byReference] = await Promise.all([
    questions.customersByIds(connectionId, texts('customerId')),
    questions.customersByReferences(connectionId, texts('reference')),
  ]);
  return ({ cells: { customerId = '', reference = '' } }) => {
    if (customerId !== '') {
      if (byId.has(customerId)) return { customerId };
      return { field: 'customerId', code: 'unknown_customer', message: 'There is no such customer.' };
    }
    if (reference === '')
      return { field: 'customerId', code: 'missing', message: 'Name the customer by id or reference.' };
    const [only, another] = byReference.get(reference) ?? [];
    if (only === undefined) {
      return { field: 'reference', code: 'unknown_customer', message: 'No customer has this reference.' };
    }
    if (another === undefined) return { customerId: only };
    return {
      field: 'reference',
      code: 'ambiguous',
      message: 'Several customers have this reference; use customerId.',
    };
  };
}
