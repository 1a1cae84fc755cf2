/**
 * Keys of persons, wrapped by the master key. A person's key is committed before the first event that is sealed with it.
 * A destroyed key is reported as null for ever: what it sealed reads as null.
 */
export interface KeyVault {
  /** The key of a person (32 bytes), made when there is none yet; null when it was destroyed. */
  obtain(personId: string): Promise<Buffer | null>;
  /** The keys of many persons at once; persons without a key are left out, destroyed ones are null. */
  find(personIds: readonly string[]): Promise<ReadonlyMap<string, Buffer | null>>;
}

export const KEY_VAULT = Symbol('KeyVault');
