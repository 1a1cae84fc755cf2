import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { signedOut } from '../api/client';
import { toProblem } from '../api/problem';
import { ServiceClockContext } from '../api/service-clock';
import { readSession, type Session, SessionContext, signIn, signOut } from '../api/session';
import { SignInForm, SignInPage } from '../features/session/SignIn';
import { Dialog } from '../parts/dialog/Dialog';
import { Empty } from '../parts/page-state/PageState';
import { ProblemNote } from '../parts/page-state/ProblemNote';
import { words as frame } from '../words/en/frame';
import { words } from '../words/en/session';
import { router } from './routes';
import { SignOutContext } from './sign-out';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out'; readonly note?: ReturnType<typeof toProblem> }
  | { readonly kind: 'in'; readonly session: Session; readonly readAt: number; readonly isLost: boolean };

/** Other tabs of this browser are told that somebody signed out. */
const tabs = new BroadcastChannel('session');

/** Who is not signed in sees the form; who is, the screens. A session that ends meanwhile is renewed over the page, which goes on where it was. */
export function Gate() {
  const queries = useQueryClient();
  const [state, setState] = useState<State>({ kind: 'asking' });
  const enter = useCallback((session: Session) => {
    setState({ kind: 'in', session, readAt: Date.now(), isLost: false });
  }, []);
  useEffect(() => {
    void begin().then(enter, (error: unknown) => {
      const problem = toProblem(error);
      setState({ kind: 'out', ...(problem.code === 'unauthorized' ? {} : { note: problem }) });
    });
  }, [enter]);
  useEffect(() => {
    const lose = () => {
      setState((before) => (before.kind === 'in' ? { ...before, isLost: true } : before));
    };
    const leave = () => {
      queries.clear();
      setState({ kind: 'out' });
    };
    signedOut.addEventListener('signed-out', lose);
    tabs.addEventListener('message', leave);
    return () => {
      signedOut.removeEventListener('signed-out', lose);
      tabs.removeEventListener('message', leave);
    };
  }, [queries]);
  const leave = useCallback(() => {
    void signOut().finally(() => {
      queries.clear();
      tabs.postMessage('signed-out');
      setState({ kind: 'out' });
    });
  }, [queries]);
  const comeBack = (session: Session) => {
    // Another person sees nothing of what the one before had on the screen.
    const isAnother = state.kind === 'in' && state.session.keyId !== session.keyId;
    void (isAnother ? queries.resetQueries() : queries.invalidateQueries());
    enter(session);
  };

  if (state.kind === 'asking') return null;
  if (state.kind === 'out') {
    return (
      <SignInPage
        onSignedIn={enter}
        note={state.note === undefined ? undefined : <ProblemNote problem={state.note} />}
      />
    );
  }
  return (
    <Inside session={state.session} readAt={state.readAt} onLeave={leave}>
      {state.isLost && (
        <Dialog title={words.title} onClose={leave}>
          <p>{words.lost}</p>
          <SignInForm onSignedIn={comeBack} />
        </Dialog>
      )}
    </Inside>
  );
}

function Inside({
  session,
  readAt,
  onLeave,
  children,
}: {
  readonly session: Session;
  readonly readAt: number;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}) {
  const clock = useMemo(() => {
    const ahead = Date.parse(session.now) - readAt;
    return () => Date.now() + ahead;
  }, [session, readAt]);
  if (session.role === 'collector') {
    return (
      <main>
        <title>{frame.collectorTitle}</title>
        <h1>{frame.collectorTitle}</h1>
        <Empty action={<a href="/collect">{frame.toCollect}</a>}>{frame.collectorText}</Empty>
      </main>
    );
  }
  return (
    <SessionContext value={session}>
      <ServiceClockContext value={clock}>
        <SignOutContext value={onLeave}>
          <RouterProvider router={router} />
          {children}
        </SignOutContext>
      </ServiceClockContext>
    </SessionContext>
  );
}

/** A link that signs in once is spent and taken out of the address; else the cookie says who this is. */
async function begin(): Promise<Session> {
  const link = location.pathname === '/sign-in' ? location.hash.slice(1) : '';
  if (location.pathname === '/sign-in') history.replaceState(null, '', '/');
  return link === '' ? readSession() : signIn({ link });
}
