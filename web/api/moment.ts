import { createContext, use } from 'react';
import { type GetPath } from './addresses';

/** From where the books are looked at; part of every question and of every key in the cache. */
export interface Viewpoint {
  /** Known by: a position, a day or an instant. Undefined = now. */
  readonly asOf: string | undefined;
  /** True on, as known today. */
  readonly effectiveAt: string | undefined;
  /** One connection, or all. */
  readonly connectionId: string | undefined;
}

export const NOW: Viewpoint = { asOf: undefined, effectiveAt: undefined, connectionId: undefined };

export const ViewpointContext = createContext<Viewpoint>(NOW);

export function useViewpoint(): Viewpoint {
  return use(ViewpointContext);
}

/** Whether what is shown is not now, so that nothing may be changed. */
export function isPast({ asOf, effectiveAt }: Viewpoint): boolean {
  return asOf !== undefined || effectiveAt !== undefined;
}

/** Addresses that also answer what was true at an effective time. A test compares them with the service's own description. */
export const EFFECTIVE_ADDRESSES: ReadonlySet<GetPath> = new Set<GetPath>([
  '/api/ledger/accounts',
  '/api/ledger/transactions',
  '/api/ledger/trial-balance',
  '/api/payments/{id}',
  '/api/receipts',
  '/api/receipts/{numberOrId}',
  '/api/receipts/{numberOrId}/document.pdf',
  '/api/timeline',
]);

/** The parameters of a viewpoint that an address takes. */
export function momentOf(path: GetPath, { asOf, effectiveAt, connectionId }: Viewpoint): Record<string, string> {
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(effectiveAt === undefined || !EFFECTIVE_ADDRESSES.has(path) ? {} : { effectiveAt }),
    ...(connectionId === undefined ? {} : { connectionId }),
  };
}
