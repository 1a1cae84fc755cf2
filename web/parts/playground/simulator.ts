import { useQuery } from '@tanstack/react-query';
import { type Shapes } from '../../api/addresses';
import { bodyOf, client } from '../../api/client';
import { useSession } from '../../api/session';

export type Simulator = Shapes['SimulatorFields'];

const WHILE_PLAYING_MS = 500;

/** The simulated GoCardless beside the service, for an admin; null without it, and while it is not known. */
export function useSimulator(): Simulator | null {
  const isAdmin = useSession().role === 'admin';
  const { data } = useQuery({
    queryKey: ['/api/simulator'],
    queryFn: () => bodyOf(client.GET('/api/simulator')),
    enabled: isAdmin,
    refetchInterval: ({ state }) => (state.data?.month.state === 'playing' ? WHILE_PLAYING_MS : false),
  });
  return data?.isThere === true ? data : null;
}
