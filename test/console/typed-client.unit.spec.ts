import { join } from 'node:path';
import ts from 'typescript';
import { openApiDocument } from '../support/openapi';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

const ROOT = process.cwd();
const FILE = join(ROOT, 'web', 'api', 'every-operation.ts');

/** A function that calls the operation, and that does not compile when the codes of its errors are open. */
function callOf(path: string, method: string, { operationId, parameters = [], requestBody }: Operation): string {
  const required = parameters.filter((one) => one.required === true);
  const given = ['path', 'header', 'query'].flatMap((place) => {
    const names = required.filter((one) => one.in === place).map(({ name }) => `'${name}': 'x'`);
    return names.length === 0 ? [] : [`${place}: { ${names.join(', ')} }`];
  });
  const [mediaType] = Object.keys(requestBody?.content ?? {});
  const content = `NonNullable<paths['${path}']['${method}']['requestBody']>['content']['${mediaType ?? ''}']`;
  const body = mediaType === undefined ? '' : `, body: null as unknown as ${content}`;
  return `export async function ${operationId}(): Promise<unknown> {
  const { data, error } = await client.${method.toUpperCase()}('${path}', { params: { ${given.join(', ')} }${body} });
  if (error === undefined) return data;
  // @ts-expect-error: no operation has this code, so that the comparison makes no sense
  if (error.code === 'a_code_that_there_is_not') return null;
  return error.code;
}`;
}

function faultsOf(source: string): readonly string[] {
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
  };
  const files = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...files,
    fileExists: (name) => name === FILE || files.fileExists(name),
    readFile: (name) => (name === FILE ? source : files.readFile(name)),
    getSourceFile: (name, version) =>
      name === FILE ? ts.createSourceFile(name, source, version) : files.getSourceFile(name, version),
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([FILE], options, host)).map(({ messageText, file, start = 0 }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    return `${source.split('\n')[line] ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

const HEAD = `import createClient from 'openapi-fetch';
import { type paths } from './schema';
const client = createClient<paths>({ baseUrl: 'http://localhost' });
`;

it('calls every operation, and knows the codes of its errors', async () => {
  const { paths } = await openApiDocument();
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) =>
      callOf(path, method, operation),
    ),
  );
  expect(calls.length).toBeGreaterThan(90);
  expect(faultsOf(HEAD + calls.join('\n'))).toEqual([]);
}, 120_000);

it('would tell of an address that is not there', () => {
  const call = callOf('/api/nothing', 'get', { operationId: 'readNothing' });
  expect(faultsOf(HEAD + call)).not.toEqual([]);
}, 120_000);
