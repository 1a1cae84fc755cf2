import { type ProcessCheckpoints } from '../ports/process-checkpoints';

/** The name under which the command of an operator notes that the log was set back to a backup. */
export const RESTORED = 'restored';

export interface Restored {
  /** When that was, ISO 8601 UTC. */
  readonly at: string;
  /** When the last event of the restored log was recorded: what came later is lost here, but may have reached GoCardless. */
  readonly logEndsAt: string;
}

/** Null when the log was never set back. */
export async function lastRestore(checkpoints: ProcessCheckpoints): Promise<Restored | null> {
  const noted = await checkpoints.load(RESTORED);
  return noted === null ? null : (JSON.parse(noted.state) as Restored); // written by the command only
}
