import { createContext, use } from 'react';

export const SignOutContext = createContext<() => void>(() => undefined);

export function useSignOut(): () => void {
  return use(SignOutContext);
}
