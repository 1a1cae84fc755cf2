import { type Asked, given, happened, issued, stateAfter } from '../../../test/support/decider';
import { isLive, type PortalLinkCommand, portalLinkDecider } from './portal-link';

const link = { portalLinkId: 'plk_1', customerId: 'cus_1', connectionId: 'con_1' };
const AT = '2026-01-05T09:00:00.000Z';
const made = happened('PortalLinkMade', { ...link, expiresAt: '2026-01-12T09:00:00.000Z' }, { effectiveAt: AT });
const at = (effectiveAt: string) => ({ effectiveAt, causationId: 'a-command' });
const opened = (time: string) => happened('PortalLinkOpened', { portalLinkId: 'plk_1' }, at(time));
const revoked = (time: string) => happened('PortalLinkRevoked', { portalLinkId: 'plk_1' }, at(time));
const ask = (type: 'OpenPortalLink' | 'RevokePortalLink', time: string): Asked<PortalLinkCommand> => ({
  type,
  at: time,
});

describe('a portal link', () => {
  it('is good for seven days', () => {
    const make = { type: 'MakePortalLink', ...link, at: AT } as const;
    given(portalLinkDecider, []).when(make).then([made]);
    given(portalLinkDecider, [made]).when(make).then([]);
    const state = stateAfter(portalLinkDecider, [made]);
    expect(['2026-01-12T08:59:59.999Z', '2026-01-12T09:00:00.000Z'].map((time) => isLive(state, time))).toEqual([
      true,
      false,
    ]);
  });

  it('notes that it was opened, once an hour at most', () => {
    const first = '2026-01-06T10:00:00.000Z';
    given(portalLinkDecider, [made])
      .when(ask('OpenPortalLink', first))
      .then([opened(first)]);
    const history = [made, opened(first)];
    given(portalLinkDecider, history).when(ask('OpenPortalLink', '2026-01-06T10:59:59.999Z')).then([]);
    const later = '2026-01-06T11:00:00.000Z';
    given(portalLinkDecider, history)
      .when(ask('OpenPortalLink', later))
      .then([opened(later)]);
  });

  it('is the same refusal when it never was, was revoked, or is too old', () => {
    const open = ask('OpenPortalLink', '2026-01-06T10:00:00.000Z');
    const refusals = [
      portalLinkDecider.decide(issued(open), { status: 'none' }),
      portalLinkDecider.decide(issued(open), stateAfter(portalLinkDecider, [made, revoked(AT)])),
      portalLinkDecider.decide(
        issued(ask('OpenPortalLink', '2026-01-12T09:00:00.000Z')),
        stateAfter(portalLinkDecider, [made]),
      ),
    ];
    expect(refusals).toEqual([refusals[0], refusals[0], refusals[0]]);
    given(portalLinkDecider, []).when(open).thenRefused('portal_link_not_valid');
  });

  it('is revoked once, also when it is too old', () => {
    const late = '2026-02-01T09:00:00.000Z';
    given(portalLinkDecider, []).when(ask('RevokePortalLink', AT)).thenRefused('not_found');
    given(portalLinkDecider, [made])
      .when(ask('RevokePortalLink', late))
      .then([revoked(late)]);
    given(portalLinkDecider, [made, revoked(late)])
      .when(ask('RevokePortalLink', late))
      .then([]);
  });

  it('names connection and customer in the metadata', () => {
    expect(portalLinkDecider.references(stateAfter(portalLinkDecider, [made]), 'plk_1')).toEqual({
      connectionId: 'con_1',
      customerId: 'cus_1',
    });
  });
});
