/** How a command that may take long says how far it is. Given to it by whoever does not wait for its end. */
export interface Working<Rest extends object> {
  /**
   * From here on the command is not lost with this process: what is left of it can be done from `rest`, and whoever waits may be told before
   * its end. Called once.
   *
   * @param of how many steps there are; null while that is not known
   */
  readonly begun: (rest: Rest, of: number | null) => Promise<void>;
  /** So many steps more are done. */
  readonly did: (steps: number) => void;
  /** Aborted when the process ends. The command then throws `BrokenOff`, and is gone on with elsewhere. */
  readonly stop: AbortSignal;
}

/** Long work ends in this process without having come to its end. */
export class BrokenOff extends Error {
  constructor() {
    super('The process ends; the work goes on in the next one.');
    this.name = 'BrokenOff';
  }
}
