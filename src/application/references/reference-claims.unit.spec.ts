import * as fc from 'fast-check';
import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { customerDecider } from '../../domain/customers/customer';
import { referenceClaimDecider } from '../../domain/reference-claims/reference-claim';
import { isRefusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { ChangeCustomer, ChangeCustomerHandler } from '../customers/change-customer';
import { Customers } from '../customers/customers';
import { ReferenceClaims } from './reference-claims';

const NAMES = ['A-1', 'A-2', null] as const;
type Reference = (typeof NAMES)[number];

/** Customers of one connection, who are registered and changed as the commands do it. */
class Registry {
  readonly store = new MemoryEventStore();
  readonly aggregates = new Aggregates(this.store, { now: () => this.now });
  readonly claims = new ReferenceClaims(this.aggregates);
  private readonly change = new ChangeCustomerHandler(this.aggregates, this.claims, new Customers(this.aggregates));
  now = '2026-01-05T09:00:00.000Z';
  private commands = 0;

  register(id: string, reference: Reference, crash = false): Promise<object> {
    const details = { name: 'Ada', company: null, email: null, reference, round: null };
    const command = { type: 'RegisterCustomer', customerId: id, connectionId: 'con_1', details } as const;
    const context = this.context();
    return this.claims.holding({ connectionId: 'con_1', of: 'customer', id, reference }, context, () =>
      crash ? Promise.reject(new Error('crashed')) : this.aggregates.execute(customerDecider, id, command, context),
    );
  }

  rename(id: string, reference: Reference): Promise<object> {
    return this.change.execute(new ChangeCustomer(id, { reference }, this.context()));
  }

  async referenceOf(id: string): Promise<Reference | undefined> {
    const { state } = await this.aggregates.load(customerDecider, id);
    return state.status === 'registered' ? (state.details.reference as Reference) : undefined;
  }

  async holderOf(reference: string): Promise<string | null> {
    const key = { connectionId: 'con_1', of: 'customer', reference } as const;
    return (await this.aggregates.load(referenceClaimDecider, key)).state.claim?.id ?? null;
  }

  private context(): CommandContext {
    this.commands += 1;
    return { commandId: `c${this.commands}`, correlationId: 'x', actor: 'user:key_1', at: this.now };
  }
}

describe('References of customers', () => {
  it('belong to one, whoever wants them and however many at once', async () => {
    const registry = new Registry();
    const made = await Promise.all(Array.from({ length: 20 }, (_, index) => registry.register(`cus_${index}`, 'A-1')));
    const winners = made.flatMap((one, index) => (isRefusal(one) ? [] : [`cus_${index}`]));
    expect(winners).toHaveLength(1);
    expect(made.filter(isRefusal).map((refusal) => [refusal.code, 'id' in refusal && refusal.id])).toEqual(
      Array.from({ length: 19 }, () => ['reference_taken', winners[0]]),
    );
  });

  it('are free again once they are given up', async () => {
    const registry = new Registry();
    await registry.register('cus_1', 'A-1');
    await registry.register('cus_2', 'A-2');
    expect(await registry.rename('cus_2', 'A-1')).toMatchObject({ code: 'reference_taken', id: 'cus_1' });
    await registry.rename('cus_1', null);
    expect(await registry.rename('cus_2', 'A-1')).toMatchObject({ id: 'cus_2' });
    expect([await registry.holderOf('A-1'), await registry.holderOf('A-2')]).toEqual(['cus_2', null]);
  });

  it('are not lost for ever by a crash, and not at once', async () => {
    const registry = new Registry();
    await expect(registry.register('cus_1', 'A-1', true)).rejects.toThrow('crashed');
    expect(await registry.register('cus_2', 'A-1')).toMatchObject({ code: 'reference_taken', id: 'cus_1' });
    registry.now = '2026-01-05T09:10:00.000Z';
    expect(isRefusal(await registry.register('cus_2', 'A-1'))).toBe(false);
    expect(await registry.register('cus_1', 'A-1')).toMatchObject({ code: 'reference_taken', id: 'cus_2' });
  });

  it('never belong to two, whatever is asked at once', async () => {
    const step = fc.record({ id: fc.constantFrom('cus_1', 'cus_2', 'cus_3'), reference: fc.constantFrom(...NAMES) });
    const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rounds, fc.boolean(), async (steps, slow) => {
        const registry = new Registry();
        for (const id of ['cus_1', 'cus_2', 'cus_3']) await registry.register(id, null);
        for (const [index, together] of steps.entries()) {
          if (slow) registry.now = new Date(Date.parse('2026-01-05T09:00:00Z') + index * 900_000).toISOString();
          await Promise.all(together.map(({ id, reference }) => registry.rename(id, reference)));
          const held = await Promise.all(['cus_1', 'cus_2', 'cus_3'].map((id) => registry.referenceOf(id)));
          const named = held.filter((reference) => reference !== null);
          expect(new Set(named).size).toBe(named.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
