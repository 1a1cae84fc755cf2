import { posix } from 'node:path';
import { type Archive, DamagedArchive } from '../archive/read-archive';
import { allOf } from './xml-events';

/** What one part of an Office document says about another. */
export interface Relation {
  readonly id: string;
  /** The last word of the type's address, which is the same in all editions of the standard: `worksheet`. */
  readonly type: string;
  /** The other part's name in the archive. */
  readonly target: string;
}

const MAX_ENTRIES = 10_000;

/** @param source the part's name in the archive; '' for the document as a whole */
export async function relationsOf(archive: Archive, source: string): Promise<readonly Relation[]> {
  const { dir, base } = posix.parse(source);
  const relations = posix.join(dir, '_rels', `${base}.rels`);
  if (!archive.has(relations)) return [];
  return allOf<Relation>(archive.unpack(relations), (found) => {
    return {
      open(name, { Id = '', Type = '', Target = '', TargetMode }) {
        if (name !== 'Relationship' || TargetMode === 'External') return;
        if (found.length > MAX_ENTRIES) throw new DamagedArchive('too many relations');
        found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: partName(Target, dir) });
      },
    };
  });
}

/** The content type of a part; undefined where the document does not say. */
export async function contentTypeOf(archive: Archive, part: string): Promise<string | undefined> {
  if (!archive.has('[Content_Types].xml')) return undefined;
  const name = part.toLowerCase();
  const found = await allOf<{ readonly type: string; readonly isOwn: boolean }>(
    archive.unpack('[Content_Types].xml'),
    (types) => {
      return {
        open(element, { PartName = '', Extension, ContentType: type = '' }) {
          if (element === 'Override' && partName(PartName, '').toLowerCase() === name)
            types.push({ type, isOwn: true });
          if (element === 'Default' && Extension !== undefined && name.endsWith(`.${Extension.toLowerCase()}`)) {
            types.push({ type, isOwn: false });
          }
        },
      };
    },
  );
  return (found.find(({ isOwn }) => isOwn) ?? found[0])?.type;
}

/** Absolute, or relative to the folder of the part that names it; some programs write backslashes. */
function partName(target: string, folder: string): string {
  const path = decodedPath(target).replaceAll('\\', '/');
  return path.startsWith('/') ? posix.normalize(path).slice(1) : posix.join(folder, path);
}

function decodedPath(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
