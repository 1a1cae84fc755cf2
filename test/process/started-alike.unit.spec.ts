import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const text = (name: string) => readFileSync(join(root, name), 'utf8');
const { scripts } = JSON.parse(text('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

describe('the flags of Node.js', () => {
  const flags = ['--enable-source-maps', '--max-semi-space-size=32'];

  it('are the same in a container, without one, and where the service is measured', () => {
    const command = /^CMD (\[.*\])$/m.exec(text('Dockerfile'))?.[1] ?? '[]';
    expect(JSON.parse(command)).toEqual(['node', ...flags, 'dist/src/main.js']);
    expect(scripts['start:prod']).toBe(`exec node ${flags.join(' ')} dist/src/main.js`);
    expect(scripts['bench']).toMatch(`node ${flags.join(' ')} dist/bench/main.js`);
  });
});
