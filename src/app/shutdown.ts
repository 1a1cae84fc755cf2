import { type Logger } from 'pino';

type Step = () => Promise<void> | void;

/** The parts of a process, given up at the end in the reverse order of their start. */
export class Shutdown {
  private readonly steps: Step[] = [];
  private ending: Promise<void> | null = null;

  constructor(private readonly logger: Logger) {}

  /** Adds a step that runs before all that were added until now. */
  afterwards(step: Step): void {
    this.steps.push(step);
  }

  /** Runs all steps once; one that fails does not keep the others from running. */
  run(): Promise<void> {
    this.ending ??= this.runSteps();
    return this.ending;
  }

  private async runSteps(): Promise<void> {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      try {
        await step();
      } catch (error) {
        this.logger.error({ err: error }, 'a part of the service did not end well');
      }
    }
  }
}
