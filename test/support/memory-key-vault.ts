import { createHash } from 'node:crypto';
import { type KeyVault } from '../../src/application/ports/key-vault';

/** Keys that follow from the person's id, so that sealed bytes are the same in every run. */
export function memoryKeyVault(): KeyVault & {
  destroy(personId: string): void;
  readonly asked: (readonly string[])[];
} {
  const made = new Map<string, Buffer | null>();
  const asked: (readonly string[])[] = [];
  return {
    asked,
    obtain(personId) {
      if (!made.has(personId)) made.set(personId, createHash('sha256').update(`key of ${personId}`).digest());
      return Promise.resolve(made.get(personId) ?? null);
    },
    find(personIds) {
      asked.push(personIds);
      const wanted = new Set(personIds);
      return Promise.resolve(new Map([...made].filter(([personId]) => wanted.has(personId))));
    },
    destroy(personId) {
      made.set(personId, null);
    },
  };
}
