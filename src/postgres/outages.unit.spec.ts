import { DatabaseError } from 'pg';
import { StoreUnavailable } from '../application/ports/event-store';
import { translateOutages } from './outages';

function databaseError(code: string): DatabaseError {
  return Object.assign(new DatabaseError('could not do it', 0, 'error'), { code });
}

class Vault {
  constructor(private readonly problem: Error | null) {}

  find(name: string): Promise<string> {
    return this.problem === null ? Promise.resolve(`key of ${name}`) : Promise.reject(this.problem);
  }

  hash(name: string): string {
    return `hash of ${name}`;
  }
}

describe('a port on PostgreSQL', () => {
  it.each([
    ['a full disk', databaseError('53100')],
    ['a server that ends', databaseError('57P01')],
    ['nobody at the address', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
  ])('tells %s as an outage of the store', async (_, problem) => {
    await expect(translateOutages(new Vault(problem)).find('ada')).rejects.toThrow(StoreUnavailable);
  });

  it.each([
    ['a fault of a statement', databaseError('42601')],
    ['a fault of the program', new TypeError('no such property')],
  ])('tells %s as it is', async (_, problem) => {
    await expect(translateOutages(new Vault(problem)).find('ada')).rejects.toBe(problem);
  });

  it('answers as it does otherwise', async () => {
    const vault = translateOutages(new Vault(null));
    expect([await vault.find('ada'), vault.hash('ada')]).toEqual(['key of ada', 'hash of ada']);
  });
});
