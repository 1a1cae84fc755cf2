import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const FOLDERS = ['.ci', 'bench', 'docs', 'scripts', 'simulator', 'src', 'test', 'web'];
const PATHS = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
);

/** What a document names as a file or a folder: `src/domain/`, `list.ts`, `src/read-models/<thing>/table.ts`. */
function named(document: string): readonly string[] {
  const text = readFileSync(join(ROOT, document), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  const spans = [...text.matchAll(/`([^`\s]+)`/g)].map(([, span = '']) => span);
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => join(document, '..', link));
  return [...spans.filter(isPath), ...links];
}

function isPath(span: string): boolean {
  return FOLDERS.some((folder) => span.startsWith(`${folder}/`)) || /^[\w./<>-]+\.(ts|tsx|sql|json|mjs|md)$/.test(span);
}

/** A name without folders may be that of a file anywhere below; `<thing>` stands for any one name. */
function exists(path: string): boolean {
  if (existsSync(join(ROOT, path))) return true;
  const tail = path
    .replace(/^(\.\.\/)+/, '')
    .replace(/\/$/, '')
    .split(/<[^>]+>/)
    .map((part) => part.replaceAll('.', '\\.'));
  const pattern = new RegExp(`(^|/)${tail.join('[^/]+')}$`);
  return PATHS.some((one) => pattern.test(one));
}

describe.each(['CONTRIBUTING.md', 'README.md', 'docs/architecture.md'])('%s', (document) => {
  const paths = named(document);

  it('names files and folders', () => {
    expect(paths.length).toBeGreaterThan(4);
  });

  it('names none that is not there', () => {
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });
});

it('a path that is not there is found', () => {
  expect(['src/domain/nowhere.ts', 'nowhere.ts', 'src/domain/<thing>/nowhere.ts', 'src/dom'].filter(exists)).toEqual(
    [],
  );
});
