import * as fc from 'fast-check';
import { gocardlessEventFrom } from './gocardless-event-from';

const FAILED = {
  id: 'EV01',
  created_at: '2026-02-12T11:40:55Z',
  resource_type: 'payments',
  action: 'failed',
  links: { payment: 'PM01', parent_event: 'EV00' },
  details: {
    origin: 'bank',
    cause: 'refer_to_payer',
    scheme: 'bacs',
    reason_code: 'ARUDD-0',
    description: 'refused by the bank',
    will_attempt_retry: false,
    not_retried_reason: 'other',
  },
  metadata: { note: 'of another software' },
  resource_metadata: { ddl_payment: 'pay_1', export_row: 'blr_1', name: 'of another software' },
  customer_notifications: [],
};

describe('a GoCardless event', () => {
  it('is kept without free text of other software', () => {
    expect(gocardlessEventFrom(FAILED)).toEqual({
      id: 'EV01',
      createdAt: '2026-02-12T11:40:55.000Z',
      resourceType: 'payments',
      action: 'failed',
      links: { payment: 'PM01', parent_event: 'EV00' },
      details: {
        origin: 'bank',
        cause: 'refer_to_payer',
        description: 'refused by the bank',
        scheme: 'bacs',
        reasonCode: 'ARUDD-0',
        willAttemptRetry: false,
        more: { not_retried_reason: 'other' },
      },
      resourceMetadata: { ddl_payment: 'pay_1', export_row: 'blr_1' },
    });
  });

  it('of an unknown kind, with next to nothing, is kept too', () => {
    const bare = { id: 'EV02', created_at: '2026-02-12T11:40:55.004Z', resource_type: 'moons', action: 'risen' };
    const kept = {
      id: 'EV02',
      createdAt: '2026-02-12T11:40:55.004Z',
      resourceType: 'moons',
      action: 'risen',
      links: {},
      details: { origin: '', cause: '', description: '' },
      resourceMetadata: {},
    };
    expect(gocardlessEventFrom(bare)).toEqual(kept);
    expect(gocardlessEventFrom({ ...bare, links: null, details: 'x', resource_metadata: [1] })).toEqual(kept);
    expect(
      gocardlessEventFrom({ ...bare, links: { moon: 7 }, details: { will_attempt_retry: 'yes', cause: null } }),
    ).toEqual(kept);
  });

  it.each([
    ['no id', { ...FAILED, id: undefined }],
    ['an id that is no text', { ...FAILED, id: 5 }],
    ['no time', { ...FAILED, created_at: null }],
    ['a time that is none', { ...FAILED, created_at: '2026-02-30 11:00' }],
    ['no resource type', { ...FAILED, resource_type: '' }],
    ['no action', { ...FAILED, action: undefined }],
    ['a list', [FAILED]],
    ['null', null],
    ['a text', 'EV01'],
  ])('is none with %s', (_, json) => {
    expect(gocardlessEventFrom(json)).toBeNull();
  });

  it('keeps nothing but texts of any links, details and metadata', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (links, details, metadata) => {
        const event = gocardlessEventFrom({ ...FAILED, links, details, resource_metadata: metadata });
        expect(event).not.toBeNull();
        expect(Object.values(event?.links ?? {}).every((link) => typeof link === 'string')).toBe(true);
        expect(
          Object.keys(event?.resourceMetadata ?? {}).every((key) =>
            ['ddl_payment', 'export_row', 'ddl_customer'].includes(key),
          ),
        ).toBe(true);
      }),
    );
  });
});
