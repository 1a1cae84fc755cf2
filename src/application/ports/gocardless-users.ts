/**
 * Whose name stands in a GoCardless event (`event.source`): a person of the connection, with an id `gcu_…` that says nothing of the name. The
 * name in clear is not kept here, only its HMAC, which goes when the person is forgotten.
 */
export interface GoCardlessUsers {
  /** The ids of these names of one connection; a name that was never seen gets one. The same name is the same person. */
  idsOf(connectionId: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export const GOCARDLESS_USERS = Symbol('GoCardlessUsers');
