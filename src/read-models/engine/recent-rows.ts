import { type StoredRow } from './fold';
import { type AnyTable } from './read-model';

/** Characters of text that the younger rows of a table may come to, and the older ones beside them. */
const MAX_LENGTH = 4 * 1024 * 1024;

/**
 * Rows of a read model as its runner wrote them last, so that they need not be loaded again: what has just changed is what changes next. They
 * are true while the checkpoint stands where that runner left it.
 */
export class RecentRows {
  readonly #tables = new Map<AnyTable, RowsOfTable>();
  readonly #maxLength: number;

  constructor(maxLength = MAX_LENGTH) {
    this.#maxLength = maxLength;
  }

  find(table: AnyTable, id: string): StoredRow | undefined {
    return this.#tables.get(table)?.find(id);
  }

  /** @param length of the row as text */
  keep(table: AnyTable, row: StoredRow, length: number): void {
    let rows = this.#tables.get(table);
    if (rows === undefined) this.#tables.set(table, (rows = new RowsOfTable(this.#maxLength)));
    rows.keep(row, length);
  }

  forget(table: AnyTable, id: string): void {
    this.#tables.get(table)?.forget(id);
  }

  forgetAll(): void {
    this.#tables.clear();
  }
}

/** Two ages: once the younger rows are too many they become the older ones, and those that were older are forgotten. */
class RowsOfTable {
  #younger = new Map<string, StoredRow>();
  #older = new Map<string, StoredRow>();
  #length = 0;
  readonly #maxLength: number;

  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  find(id: string): StoredRow | undefined {
    return this.#younger.get(id) ?? this.#older.get(id);
  }

  keep(stored: StoredRow, length: number): void {
    if (this.#length + length > this.#maxLength) {
      this.#older = this.#younger;
      this.#younger = new Map();
      this.#length = 0;
    }
    this.#younger.set(stored.row.id, stored);
    this.#length += length;
  }

  forget(id: string): void {
    this.#younger.delete(id);
    this.#older.delete(id);
  }
}
