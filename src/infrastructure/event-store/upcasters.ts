import { type CatalogueEntry } from '../../domain/catalogue';

/** One rung of the ladder: how data of one version reads in the next. The log itself is never rewritten. */
export interface Upcaster {
  readonly type: string;
  /** The version that it reads; it answers data of `from + 1`. */
  readonly from: number;
  /** Paths of the sealed fields in that old version, as in the catalogue. */
  readonly personal: readonly string[];
  readonly upcast: (data: unknown) => unknown;
}

/** Rungs for the versions that older releases wrote. Every event type is at its first version. */
export const UPCASTERS: readonly Upcaster[] = [];

export type Catalogue = Readonly<Record<string, CatalogueEntry>>;

/** The form in which an event was written, as far as a reader must know it. */
export interface WrittenForm {
  /** The current version, which `upcast` answers. */
  readonly version: number;
  readonly personal: readonly string[];
  /** Brings the opened data to the current version. */
  readonly upcast: (data: unknown) => unknown;
}

/**
 * Answers for a type and version how to read it, or null when this release does not know it: a newer one wrote it.
 * Throws at once when the ladder from the first version of a type to its current one lacks a rung.
 */
export function ladder(
  catalogue: Catalogue,
  upcasters: readonly Upcaster[],
): (type: string, version: number) => WrittenForm | null {
  const forms = new Map<string, WrittenForm>();
  for (const [type, { version: current, personal }] of Object.entries(catalogue)) {
    let form: WrittenForm = { version: current, personal, upcast: (data) => data };
    forms.set(`${type}.${current}`, form);
    for (let version = current - 1; version >= 1; version -= 1) {
      const rung = upcasters.find((upcaster) => upcaster.type === type && upcaster.from === version);
      if (rung === undefined)
        throw new Error(`No upcaster reads version ${version} of ${type}, whose version is ${current} now.`);
      const next = form.upcast;
      form = { version: current, personal: rung.personal, upcast: (data) => next(rung.upcast(data)) };
      forms.set(`${type}.${version}`, form);
    }
  }
  return (type, version) => forms.get(`${type}.${version}`) ?? null;
}
