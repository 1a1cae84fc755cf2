import { type CommandContext } from '../../src/infrastructure/cli/command';
import { type Environment } from '../../src/infrastructure/config/configuration';

export interface RecordedCommand extends CommandContext {
  readonly said: string[];
  readonly complaints: string[];
}

/** What a command of an operator runs in; what it writes is kept. */
export function commandContext(env: Environment, now = '2026-11-20T09:00:00.000Z'): RecordedCommand {
  const said: string[] = [];
  const complaints: string[] = [];
  return {
    env,
    now: () => now,
    say: (line) => void said.push(line),
    complain: (line) => void complaints.push(line),
    said,
    complaints,
  };
}
