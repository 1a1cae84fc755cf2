import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { type Connection, connectionOf, ConnectionsContext } from '../../api/connections';
import { NOW, ViewpointContext } from '../../api/moment';
import { readingOptions } from '../../api/reading';
import { listenForShortcuts, useShortcuts } from '../../parts/shortcuts/shortcuts';
import { readersZone } from '../../parts/when/when';
import { ZoneContext } from '../../parts/when/When';
import { words } from '../../words/en/frame';
import { useAppearance } from './appearance';
import styles from './Frame.module.css';
import { Nav } from './Nav';
import { Past } from './Past';
import { SCREEN_GROUPS } from './screens';
import { TopBar } from './TopBar';
import { type RootSearch, viewpointOf } from './viewpoint';

/** What lies over the page comes when it is asked for. */
const loadFind = async () => ({ default: (await import('./Find')).Find });
const Find = lazy(loadFind);
const ShortcutList = lazy(async () => ({ default: (await import('./ShortcutList')).ShortcutList }));

const NO_CONNECTIONS: readonly Connection[] = [];

/** What stands around every screen, and what every screen may ask for: from when it looks, at which connection, in which zone. */
export function Frame({
  search,
  onGo,
  onSignOut,
}: {
  readonly search: RootSearch;
  readonly onGo: (to: string) => void;
  readonly onSignOut: () => void;
}) {
  useAppearance();
  useEffect(listenForShortcuts, []);
  useEffect(() => {
    // Who presses the key types on at once.
    void loadFind();
  }, []);
  const [isOver, setOver] = useState<'find' | 'shortcuts' | null>(null);
  useFrameShortcuts(onGo, setOver);
  const viewpoint = useMemo(() => viewpointOf(search), [search]);
  const { data } = useQuery(readingOptions('/api/connections', { query: { limit: 500 } }, NOW));
  const connections = data?.body.items ?? NO_CONNECTIONS;
  const zone = zoneOf(connections, viewpoint.connectionId);
  const close = () => {
    setOver(null);
  };
  return (
    <ViewpointContext value={viewpoint}>
      <ConnectionsContext value={connections}>
        <ZoneContext value={zone}>
          <div className={styles.frame}>
            <a href="#content" className={styles.skip}>
              {words.skip}
            </a>
            <TopBar
              onFind={() => {
                setOver('find');
              }}
              onSignOut={onSignOut}
            />
            <Past />
            <div className={styles.side}>
              <Nav />
            </div>
            <main id="content" className={styles.main} tabIndex={-1} data-scroll-restoration-id="content">
              <Outlet />
            </main>
          </div>
          <Suspense>
            {isOver === 'find' && <Find onClose={close} />}
            {isOver === 'shortcuts' && <ShortcutList onClose={close} />}
          </Suspense>
        </ZoneContext>
      </ConnectionsContext>
    </ViewpointContext>
  );
}

function useFrameShortcuts(onGo: (to: string) => void, onOver: (over: 'find' | 'shortcuts') => void): void {
  const shortcuts = useMemo(
    () => [
      {
        keys: '/',
        does: words.openFind,
        run: () => {
          onOver('find');
        },
      },
      {
        keys: '?',
        does: words.openShortcuts,
        run: () => {
          onOver('shortcuts');
        },
      },
      ...SCREEN_GROUPS.flatMap(({ screens }) => screens).map(({ to, label, key }) => ({
        keys: `g ${key}`,
        does: words.go(label),
        run: () => {
          onGo(to);
        },
      })),
    ],
    [onGo, onOver],
  );
  useShortcuts(shortcuts);
}

/** The zone of the connection that is looked at; of several, the first one's, unless they differ. */
function zoneOf(connections: readonly Connection[], connectionId: string | undefined): string {
  const current = connectionOf(connections, connectionId);
  if (current !== null) return current.timeZone;
  const zones = new Set(connections.map(({ timeZone }) => timeZone));
  const [only] = zones;
  return zones.size === 1 && only !== undefined ? only : readersZone();
}
