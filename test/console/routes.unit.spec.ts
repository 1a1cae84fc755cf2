import { readFileSync } from 'node:fs';
import { CONSOLE_SEGMENTS } from '../../src/infrastructure/http/pages/console-segments';

it('serves the page at the first segment of every screen, and nowhere else', () => {
  const routes = readFileSync('web/console/routes.tsx', 'utf8');
  const first = [...routes.matchAll(/^ {2}path: '\/([^/']*)/gm)].map(([, segment = '']) => segment);
  expect(first.length).toBeGreaterThan(5);
  expect([...new Set(['sign-in', ...first.filter((segment) => segment !== '')])].sort()).toEqual(
    [...CONSOLE_SEGMENTS].sort(),
  );
});
