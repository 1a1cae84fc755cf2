import { type GoCardlessEvent } from '../../src/domain/shared/gocardless-event';

/** An event as GoCardless tells it; give what the test is about. */
export function gocardlessEvent(
  resourceType: string,
  action: string,
  given: Partial<GoCardlessEvent> = {},
): GoCardlessEvent {
  return {
    id: 'EV1',
    createdAt: '2026-02-01T06:00:00.000Z',
    resourceType,
    action,
    links: {},
    details: { origin: 'gocardless', cause: `${resourceType}_${action}`, description: 'As GoCardless puts it.' },
    resourceMetadata: {},
    ...given,
  };
}
