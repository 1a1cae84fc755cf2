import { createContext, use } from 'react';
import { type Shapes } from './addresses';
import { bodyOf, client } from './client';
import { isPast, useViewpoint } from './moment';

export type Session = Shapes['SessionFields'];
export type Role = Session['role'];

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Screens are shown to nobody else. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('A screen is shown although nobody is signed in.');
  return session;
}

const KEEPS_BOOKS: readonly Role[] = ['admin', 'accountant'];

/** Whether actions of those who keep the books are shown: in the past there are none. */
export function useKeepsBooks(): boolean {
  const viewpoint = useViewpoint();
  return KEEPS_BOOKS.includes(useSession().role) && !isPast(viewpoint);
}

export function useAdministers(): boolean {
  const viewpoint = useViewpoint();
  return useSession().role === 'admin' && !isPast(viewpoint);
}

export function readSession(): Promise<Session> {
  return bodyOf(client.GET('/api/session'));
}

export async function signIn(body: Shapes['SignInBody']): Promise<Session> {
  return bodyOf(client.POST('/api/sessions', { body }));
}

export async function signOut(): Promise<void> {
  await client.DELETE('/api/session');
}
