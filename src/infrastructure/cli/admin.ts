import { backup, restore } from './backup-commands';
import { type Command, type CommandContext, WrongUsage } from './command';
import { eventsCheckpoints } from './events-checkpoints-command';
import { eventsCopy } from './events-copy-command';
import { keysCreate, keysList } from './keys-commands';

/** Commands for the person who has the environment of the service, by the words that name them. */
const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['keys create', keysCreate],
  ['keys list', keysList],
  ['backup', backup],
  ['restore', restore],
  ['events copy', eventsCopy],
  ['events checkpoints', eventsCheckpoints],
]);

const PROGRAM = 'npm run admin --';

/** Runs what the words ask for; answers the exit code. */
export async function admin(words: readonly string[], context: CommandContext): Promise<number> {
  const named = commandIn(words);
  if (named === null) {
    const asked = words.length === 0 || isHelp(words[0]);
    (asked ? context.say : context.complain)(overview());
    return asked ? 0 : 2;
  }
  const { command, rest } = named;
  if (rest.some(isHelp)) {
    context.say(helpOf(command));
    return 0;
  }
  try {
    await command.run(rest, context);
    return 0;
  } catch (error) {
    context.complain(messageOf(error));
    if (!(error instanceof WrongUsage)) return 1;
    context.complain(usageOf(command));
    return 2;
  }
}

/** By shape: under Jest the errors of Node's own modules come from another realm. */
function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return String(hasMessage ? error.message : error);
}

function commandIn(words: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const command = COMMANDS.get(words.slice(0, length).join(' '));
    if (command !== undefined) return { command, rest: words.slice(length) };
  }
  return null;
}

function isHelp(word: string | undefined): boolean {
  return word === '--help' || word === '-h';
}

function overview(): string {
  const width = Math.max(...[...COMMANDS.keys()].map(({ length }) => length));
  const lines = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [`${PROGRAM} COMMAND`, '', ...lines, '', `${PROGRAM} COMMAND --help says more.`].join('\n');
}

function helpOf(command: Command): string {
  return [usageOf(command), '', command.details].join('\n');
}

function usageOf({ usage }: Command): string {
  return usage
    .split('\n')
    .map((way) => `${PROGRAM} ${way}`)
    .join('\n');
}

/** Runs what the command line asks for; `scripts/admin.mjs` calls it. */
export async function main(): Promise<void> {
  const lineTo = (stream: NodeJS.WriteStream) => (line: string) => {
    stream.write(`${line}\n`);
  };
  process.exitCode = await admin(process.argv.slice(2), {
    env: process.env,
    say: lineTo(process.stdout),
    complain: lineTo(process.stderr),
    now: () => new Date().toISOString(),
  });
}
