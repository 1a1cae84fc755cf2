import { given, happened } from '../../../test/support/decider';
import { isRefusal } from '../shared/decider';
import { referenceClaimDecider, type ReferenceKey } from './reference-claim';

const key: ReferenceKey = { connectionId: 'con_1', of: 'customer', reference: 'Ada Payer' };
const of = (id: string) => ({ connectionId: 'con_1', of: 'customer', id }) as const;
const AT = '2026-01-05T09:00:00.000Z';
const taken = happened('ReferenceTaken', of('cus_1'), { causationId: 'first', effectiveAt: AT });
const take = (id: string, insteadOf?: string, at = AT) =>
  ({
    type: 'TakeReference',
    key,
    id,
    ...(insteadOf === undefined ? {} : { insteadOf }),
    causationId: 'second',
    at,
  }) as const;

describe('A reference', () => {
  it('is that of the first who takes it, and nobody else is told more than whose it is', () => {
    given(referenceClaimDecider, [])
      .when({ ...take('cus_1'), causationId: 'first' })
      .then([taken]);
    given(referenceClaimDecider, [taken])
      .when({ ...take('cus_1'), causationId: 'first' })
      .then([]);
    const { decide, evolve, initial } = referenceClaimDecider;
    const refused = decide(take('cus_2'), evolve(initial, taken));
    expect(refused).toEqual({
      refused: true,
      code: 'reference_taken',
      detail: 'This reference is that of cus_1 already.',
      field: 'reference',
      id: 'cus_1',
    });
    expect(isRefusal(refused)).toBe(true);
  });

  it('goes over from a holder that never came to have it, once that can have come to nothing only', () => {
    const again = happened('ReferenceTaken', of('cus_2'), {
      causationId: 'second',
      effectiveAt: '2026-01-05T09:10:00.000Z',
    });
    given(referenceClaimDecider, [taken])
      .when(take('cus_2', 'cus_1', '2026-01-05T09:10:00.000Z'))
      .then([again]);
    const { decide, evolve, initial } = referenceClaimDecider;
    const state = evolve(initial, taken);
    for (const early of [
      take('cus_2', 'cus_1', '2026-01-05T09:09:59.999Z'),
      take('cus_2', 'cus_3', '2026-02-01T00:00:00.000Z'),
    ]) {
      expect(decide(early, state)).toMatchObject({ code: 'reference_taken', id: 'cus_1' });
    }
  });

  it('is given back by whoever took it, and not what they took anew', () => {
    const release = { type: 'ReleaseReference', takenBy: 'first', causationId: 'third', at: AT } as const;
    const released = happened('ReferenceReleased', of('cus_1'), { causationId: 'third', effectiveAt: AT });
    given(referenceClaimDecider, [taken]).when(release).then([released]);
    given(referenceClaimDecider, [taken, released]).when(release).then([]);
    const renewed = happened('ReferenceTaken', of('cus_1'), { causationId: 'second', effectiveAt: AT });
    given(referenceClaimDecider, [taken]).when(take('cus_1')).then([renewed]);
    given(referenceClaimDecider, [taken, renewed]).when(release).then([]);
  });

  it('stands in the name of no stream and in no event', () => {
    expect(referenceClaimDecider.streamOf(key)).toMatch(/^referenceClaim-con_1\.customer\.[0-9a-f-]{36}$/);
    const streams = [key, { ...key, of: 'salesOrder' as const }, { ...key, connectionId: 'con_2' }].map(
      referenceClaimDecider.streamOf,
    );
    expect(new Set(streams).size).toBe(3);
    expect(JSON.stringify([taken, ...streams])).not.toContain('Ada');
  });
});
