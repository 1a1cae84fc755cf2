import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE, type EventType } from '../../domain/catalogue';
import { type EventMetadata } from '../../domain/shared/event';
import { derivedUuid } from '../../domain/shared/identity';
import { sampleCustomerId, samples } from '../../../test/golden/samples';
import { memoryKeyVault } from '../../../test/support/memory-key-vault';
import { createCodec } from './codec';
import { type EncodedEvent } from './journal';

/** What a release wrote for an event, for ever. `WRITE_GOLDEN=1` adds files that are missing; it never changes one. */
interface GoldenFile {
  /** As it is stored, sealed under the test's key. */
  readonly stored: EncodedEvent;
  readonly sha256: string;
  /** What the stored data reads as now: the current version's form. */
  readonly reads: unknown;
}

const FOLDER = join(__dirname, '../../../test/golden');
const types = Object.keys(CATALOGUE) as EventType[]; // The catalogue is a record with exactly these keys.

function fileOf(type: EventType, version: number): string {
  return join(FOLDER, `${type}.v${version}.json`);
}

function readGolden(file: string): GoldenFile {
  return JSON.parse(readFileSync(file, 'utf8')) as GoldenFile;
}

function sha256(...texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}

async function encodeSample(type: EventType): Promise<EncodedEvent> {
  const metadata: EventMetadata = {
    v: CATALOGUE[type].version,
    causationId: 'EV0001PAIDOUT',
    correlationId: 'WB0001',
    actor: 'gocardless',
    customerId: sampleCustomerId,
    effectiveAt: '2026-12-02T09:15:00.123Z',
    recordedAt: '2026-12-02T09:15:04.567Z',
  };
  const event = { id: derivedUuid('golden', type), type, data: samples[type], metadata };
  const [encoded] = await createCodec(memoryKeyVault()).encode('golden-1', [event]);
  if (encoded === undefined) throw new Error(`${type} was not encoded.`);
  return encoded;
}

beforeAll(async () => {
  if (process.env['WRITE_GOLDEN'] !== '1') return;
  for (const type of types) {
    const file = fileOf(type, CATALOGUE[type].version);
    if (existsSync(file)) continue;
    const stored = await encodeSample(type);
    const golden: GoldenFile = { stored, sha256: sha256(stored.data, stored.metadata), reads: samples[type] };
    writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`);
  }
});

describe('The form of every event type is pinned', () => {
  it.each(types)('%s is stored as its golden file says, byte for byte', async (type) => {
    const golden = readGolden(fileOf(type, CATALOGUE[type].version));

    const encoded = await encodeSample(type);

    expect(encoded).toEqual(golden.stored);
    expect(sha256(encoded.data, encoded.metadata)).toBe(golden.sha256);
  });

  it('every file that any release wrote still reads as it says', async () => {
    const vault = memoryKeyVault();
    await vault.obtain(sampleCustomerId);
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    const goldens = files.map((name) => readGolden(join(FOLDER, name)));

    const journaled = goldens.map(({ stored }, revision) => ({
      ...stored,
      stream: 'golden-1',
      revision,
      position: `golden.${revision}`,
    }));
    const decoded = await createCodec(vault).decode(journaled);

    expect(files.length).toBeGreaterThanOrEqual(types.length);
    expect(decoded.map(({ type, data }) => ({ type, data }))).toEqual(
      goldens.map(({ stored, reads }) => ({ type: stored.type, data: reads })),
    );
  });
});
