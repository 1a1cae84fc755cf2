import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Class names are not known to the compiler: what the code names must stand in the style sheet, and the other way round. */
it('uses every class of a style sheet, and none that does not exist', () => {
  const sheets = filesIn('web').filter((file) => file.endsWith('.module.css'));
  const odd = sheets.flatMap((sheet) => {
    const defined = new Set(
      [...withoutComments(sheet).matchAll(/\.([a-z][A-Za-z0-9]*)/g)].map(([, name = '']) => name),
    );
    const users = filesIn(dirname(sheet)).filter(
      (file) => file.endsWith('.tsx') && readFileSync(file, 'utf8').includes(`/${nameOf(sheet)}'`),
    );
    const used = new Set(
      users.flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/\bstyles\.([A-Za-z0-9]+)/g)].map(([, name = '']) => name),
      ),
    );
    return [...[...defined].filter((name) => !used.has(name)), ...[...used].filter((name) => !defined.has(name))].map(
      (name) => `${sheet}: ${name}`,
    );
  });
  expect(sheets.length).toBeGreaterThan(10);
  expect(odd).toEqual([]);
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}

/** The style sheet without what only looks like a class: comments, numbers, file names. */
function withoutComments(sheet: string): string {
  return readFileSync(sheet, 'utf8')
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\d\.\d/g, '');
}
