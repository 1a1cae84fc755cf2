import { createContext, use } from 'react';

/** The service's clock. With a simulated GoCardless it is not the reader's. */
export const ServiceClockContext = createContext<() => number>(() => Date.now());

/** Tells the service's time, in milliseconds. */
export function useServiceNow(): () => number {
  return use(ServiceClockContext);
}
