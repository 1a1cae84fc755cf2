import { readFile } from 'node:fs/promises';

/** A user of the operating system. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that the embedded server runs under: null = our own. PostgreSQL refuses to run as root, so root drops to
 * `postgres` where there is one, else to `nobody`.
 */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const line = lines.find(([name]) => name === wanted);
    if (line !== undefined) return { name: wanted, uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" here. ' +
      'Start the service as another user, or set DATABASE_URL.',
  );
}
