import { createPool } from './pool';

describe('A pool', () => {
  it.each([
    ['postgres://u:p%40ss@127.0.0.1:5432/db', '-c search_path=ledger'],
    ['postgres://u@h/db?options=-c+statement_timeout%3D5s', '-c statement_timeout=5s -c search_path=ledger'],
  ])('looks names up in its schema, whatever options the address has: %s', (url, options) => {
    const { connectionString } = createPool({ url, schema: 'ledger' }).options;

    expect(new URL(connectionString ?? '').searchParams.get('options')).toBe(options);
    expect(new URL(connectionString ?? '').password).toBe(new URL(url).password);
  });

  it.each(['', 'Upper', 'a b', 'a;drop', '1st', 'x'.repeat(64)])('refuses the schema name "%s"', (schema) => {
    expect(() => createPool({ url: 'postgres://h/db', schema })).toThrow('DATABASE_SCHEMA');
  });
});
