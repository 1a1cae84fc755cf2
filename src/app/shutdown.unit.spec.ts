import { createLogger } from '../infrastructure/logging/logger';
import { Shutdown } from './shutdown';

describe('the end of a process', () => {
  it('gives up in the reverse order, once, and goes on after a step that fails', async () => {
    const done: string[] = [];
    const log: string[] = [];
    const shutdown = new Shutdown(createLogger('info', { write: (line) => void log.push(line) }));
    const step = (name: string) => () => void done.push(name);
    shutdown.afterwards(step('server'));
    shutdown.afterwards(() => Promise.reject(new Error('no answer')));
    shutdown.afterwards(step('requests'));
    await Promise.all([shutdown.run(), shutdown.run()]);
    await shutdown.run();
    expect(done).toEqual(['requests', 'server']);
    expect(log.join('')).toContain('no answer');
  });
});
