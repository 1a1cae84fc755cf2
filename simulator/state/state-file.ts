import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Fault } from '../faults/faults';
import { type Budget } from '../http/rate-limit';
import { type SavedOutbox } from '../webhooks/outbox';
import { type SavedWorld } from './saved-world';

/** Raised whenever what is saved changes its shape. */
export const STATE_VERSION = 2;

/** Everything that must outlive the program. */
export interface SavedState {
  /** Where the simulator could be reached: links that it gave out lead there. */
  readonly port: number;
  /** False while it runs, and after it was killed. */
  readonly ended: boolean;
  readonly world: SavedWorld;
  readonly outbox: SavedOutbox;
  readonly faults: readonly Fault[];
  readonly budget: Budget;
}

/** The first line of the file; the second one is the state. */
interface Header {
  readonly simulatorState: number;
  readonly sha256: string;
}

const GAP_MS = 1000;
/** Writing a large world takes long: it shall not take more than this part of the time. */
const MAX_OF_THE_TIME = 0.1;

/** Keeps the state in one file, which is replaced as a whole: whoever reads it finds one moment, never half of two. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;
  private nextWrite = 0;
  private hasEnded = false;

  constructor(
    private readonly path: string,
    private readonly state: (ended: boolean) => SavedState,
  ) {}

  /** Writes soon: at once after a pause, else when a second has passed. */
  changed(): void {
    if (this.timer !== undefined || this.hasEnded) return;
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        try {
          this.write(false);
        } catch (error) {
          // A full disk may have room again at the next change; who plays on has to know that nothing is kept.
          process.stderr.write(`${messageOf(error)}\n`);
        }
      },
      Math.max(0, this.nextWrite - performance.now()),
    );
  }

  /** The first write; throws when the file can not be written. */
  begin(): void {
    this.write(false);
  }

  /** The last write; throws when the file can not be written. */
  end(): void {
    this.hasEnded = true;
    clearTimeout(this.timer);
    this.write(true);
  }

  private write(ended: boolean): void {
    const began = performance.now();
    try {
      const temporary = `${this.path}.new`;
      writeFileSync(temporary, fileContent(this.state(ended)), { mode: 0o600, flush: true });
      renameSync(temporary, this.path);
    } catch (error) {
      throw new Error(`The state can not be kept in ${this.path}: ${messageOf(error)}`, { cause: error });
    } finally {
      const now = performance.now();
      this.nextWrite = now + Math.max(GAP_MS, (now - began) / MAX_OF_THE_TIME);
    }
  }
}

/** What the file holds, or nothing when there is none. Throws with what to do when it can not be used. */
export function readState(path: string): SavedState | undefined {
  if (!existsSync(path)) return undefined;
  const [first = '', state = ''] = readFileSync(path, 'utf8').split('\n');
  const header = readHeader(first);
  if (header === undefined) throw unusable(path, 'it is not a state of the simulator, or damaged');
  const { simulatorState: version, sha256 } = header;
  if (version !== STATE_VERSION) {
    throw unusable(path, `it has version ${version}, and this simulator reads version ${STATE_VERSION}`);
  }
  if (sha256 !== hash(state)) throw unusable(path, 'it was changed or damaged: its content does not fit its checksum');
  // The checksum proves that the simulator itself wrote this, and the version that it wrote this shape.
  return JSON.parse(state) as SavedState;
}

function fileContent(state: SavedState): string {
  const json = JSON.stringify(state);
  const header: Header = { simulatorState: STATE_VERSION, sha256: hash(json) };
  return `${JSON.stringify(header)}\n${json}\n`;
}

function readHeader(line: string): Header | undefined {
  try {
    const header: unknown = JSON.parse(line);
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is Header {
  return (
    typeof value === 'object' &&
    value !== null &&
    'simulatorState' in value &&
    typeof value.simulatorState === 'number' &&
    'sha256' in value &&
    typeof value.sha256 === 'string'
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function unusable(path: string, why: string): Error {
  return new Error(
    `The state in ${path} can not be used: ${why}. Put a good copy in its place, or move it away to begin with an empty account; ` +
      'then begin anew as well with whatever was connected to it.',
  );
}

/** What a thrown thing says; not by `instanceof`, because under Jest the errors of Node's own modules come from another realm. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
