import { type ListSql } from './list-sql';

/** The word is a part of this text, whatever its case. */
export function contains(text: string, word: string, sql: ListSql): string {
  return `lower(${text}) like ${sql.value(`%${escaped(word.toLowerCase())}%`)}`;
}

/** The word is this id. */
export function isId(column: string, word: string, sql: ListSql): string {
  return `${column} = ${sql.value(word)}`;
}

/** `%`, `_` and `\` mean something to `like`. */
export function escaped(word: string): string {
  return word.replace(/[%_\\]/g, '\\$&');
}
