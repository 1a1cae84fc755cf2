import { DatabaseError } from 'pg';
import { StoreUnavailable } from '../application/ports/event-store';
import { translateOutages } from './outages';

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
  it('tells an error that passes by itself as an outage of the store', async () => {
    const fullDisk = Object.assign(new DatabaseError('no space left', 0, 'error'), { code: '53100' });
    const finding = translateOutages(new Vault(fullDisk)).find('ada');
    await expect(finding).rejects.toEqual(new StoreUnavailable('no space left (SQLSTATE 53100)'));
  });

  it('tells another error as it is', async () => {
    const fault = new TypeError('no such property');
    await expect(translateOutages(new Vault(fault)).find('ada')).rejects.toBe(fault);
  });

  it('answers as it does otherwise', async () => {
    const vault = translateOutages(new Vault(null));
    expect([await vault.find('ada'), vault.hash('ada')]).toEqual(['key of ada', 'hash of ada']);
  });
});
