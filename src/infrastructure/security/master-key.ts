import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../../postgres/file-lock';

const KEY_BYTES = 32;

/** The use of a key derived from the master key; the key of one purpose is of no use for another. */
export type KeyPurpose =
  | 'person-keys'
  | 'gocardless-user-names'
  | 'connection-secrets'
  | 'webhook-secret-hash'
  | 'kept-answers'
  | 'fingerprint'
  | 'kept-files';

/** The key from which all others come. It never leaves this object. */
export class MasterKey {
  constructor(private readonly key: Buffer) {
    if (key.length !== KEY_BYTES) throw new Error(`The master key has ${key.length} bytes instead of ${KEY_BYTES}.`);
  }

  /** HKDF-SHA256: the same key for the same purpose for ever. */
  keyFor(purpose: KeyPurpose): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, '', `direct-debit-ledger ${purpose}`, KEY_BYTES));
  }

  /** By which the key is recognised; nothing can be found out from it. */
  get fingerprint(): string {
    return this.keyFor('fingerprint').toString('hex').slice(0, 32);
  }
}

/** Reads `MASTER_KEY`: 32 bytes as 64 hex digits or as base64. */
export function parseMasterKey(text: string): MasterKey {
  const trimmed = text.trim();
  if (/^[0-9a-fA-F]{64}$/.test(trimmed)) return new MasterKey(Buffer.from(trimmed, 'hex'));
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return new MasterKey(Buffer.from(trimmed, 'base64'));
  throw new Error(
    'MASTER_KEY must be 32 random bytes, as 64 hex digits or as base64. Make one with "openssl rand -hex 32".',
  );
}

/**
 * The master key of an installation that keeps its own: `master.key` in `dataDir`, readable by this user only, made on the first
 * start. Without this file no personal data and no access token can be read again, so it belongs into every backup.
 */
export async function keptMasterKey(dataDir: string): Promise<MasterKey> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const kept = await findMasterKey(dataDir);
  if (kept !== null) return kept;
  const file = fileIn(dataDir);
  await writeOnce(file, randomBytes(KEY_BYTES).toString('hex'));
  // Of two processes that start together, both read the key of the faster one.
  return parseMasterKey(await readFile(file, 'utf8'));
}

/** The same, but null where none was made yet. */
export async function findMasterKey(dataDir: string): Promise<MasterKey | null> {
  const kept = await readFile(fileIn(dataDir), 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  return kept === null ? null : parseMasterKey(kept);
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'master.key');
}

/** The file appears whole, on disk, and once. */
async function writeOnce(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
}
