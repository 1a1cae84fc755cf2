import { startSimulator } from './simulator';
import { messageOf } from './state/state-file';

/** The program: settings from the environment, one line on standard output when it can be reached. */
async function main(): Promise<void> {
  const controlToken = process.env['SIMULATOR_CONTROL_TOKEN'] ?? '';
  const port = Number(process.env['SIMULATOR_PORT'] ?? '0');
  if (controlToken === '')
    throw new Error('SIMULATOR_CONTROL_TOKEN must be set: the control API is open to nobody else');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('SIMULATOR_PORT must be a port, or 0');
  const now = process.env['SIMULATOR_NOW'];
  const accessToken = process.env['SIMULATOR_ACCESS_TOKEN'];
  const seed = process.env['SIMULATOR_SEED'];
  const stateFile = process.env['SIMULATOR_STATE'];
  const simulator = await startSimulator({
    port,
    controlToken,
    ...(now !== undefined && { now }),
    ...(accessToken !== undefined && { accessToken }),
    ...(seed !== undefined && { seed }),
    ...(stateFile !== undefined && { stateFile }),
  });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    simulator.close().then(() => process.exit(0), fail);
  };
  // Not `once`: a second signal would end the program before its state is written.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.stdout.write(`${JSON.stringify({ url: simulator.url })}\n`);
}

function fail(error: unknown): never {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}

main().catch(fail);
