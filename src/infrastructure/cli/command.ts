import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type Environment } from '../config/configuration';

/** The surroundings of a command; tests put their own in. */
export interface CommandContext {
  readonly env: Environment;
  /** Writes a line for the person who started it. */
  readonly say: (line: string) => void;
  /** Writes a line about what went wrong. */
  readonly complain: (line: string) => void;
  /** ISO 8601 UTC. */
  readonly now: () => string;
}

/** A command of `npm run admin`. */
export interface Command {
  /** How it is written, each way on a line of its own: `keys create --role ROLE --name NAME`. */
  readonly usage: string;
  /** One line, for the list of all commands. */
  readonly summary: string;
  /** The text of `--help` beside the usage. */
  readonly details: string;
  /** @param words what was written behind the command's name. Throws `WrongUsage`, and errors that say what is wrong. */
  run(words: readonly string[], context: CommandContext): Promise<void>;
}

/** The command was not written as its usage says. */
export class WrongUsage extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'WrongUsage';
  }
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options of a command that takes nothing else. Throws `WrongUsage`. */
export function parseOptions<const O extends Options>(words: readonly string[], options: O) {
  return asUsage(() => parseArgs({ args: [...words], options }).values);
}

/** The one file that a command is for. Throws `WrongUsage`. */
export function parseFile(words: readonly string[]): string {
  const { positionals } = asUsage(() => parseArgs({ args: [...words], options: {}, allowPositionals: true }));
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongUsage('One file must be named.');
  return file;
}

function asUsage<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}
