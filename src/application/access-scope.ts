/** The connections that somebody may see, and of their customers those on the rounds. */
export interface AccessScope {
  readonly connectionIds: 'all' | readonly string[];
  readonly rounds: 'all' | readonly string[];
}

/** Whether a connection is among those that somebody may see. */
export function isInScope(connectionIds: AccessScope['connectionIds'], connectionId: string): boolean {
  return connectionIds === 'all' || connectionIds.includes(connectionId);
}
