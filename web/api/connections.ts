import { createContext, use } from 'react';
import { type ItemOf } from './addresses';
import { useViewpoint } from './moment';

export type Connection = ItemOf<'/api/connections'>;

export const ConnectionsContext = createContext<readonly Connection[]>([]);

export function useConnections(): readonly Connection[] {
  return use(ConnectionsContext);
}

/** The connection that is looked at: the chosen one, or the only one; null while several are looked at. */
export function useConnection(): Connection | null {
  const all = useConnections();
  const { connectionId } = useViewpoint();
  return connectionOf(all, connectionId);
}

export function connectionOf(all: readonly Connection[], connectionId: string | undefined): Connection | null {
  if (connectionId === undefined) return all.length === 1 ? (all[0] ?? null) : null;
  return all.find(({ id }) => id === connectionId) ?? null;
}
