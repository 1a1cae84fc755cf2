import { useSyncExternalStore } from 'react';

/** What a reader likes: columns, page size, views. Ids and codes only, no names and no money; kept in this browser. */
const PREFIX = 'ddl.';
const changed = new EventTarget();

export function readPreference(name: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    // A browser that keeps nothing, or something that is not ours: as if nothing had been chosen.
    return null;
  }
}

export function keepPreference(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // The choice then lasts as long as the page.
  }
  changed.dispatchEvent(new Event('change'));
}

/** A preference as it is now; screens that show it are drawn anew when it changes. `read` checks what was kept, which may be anything. */
export function usePreference<Value>(
  name: string,
  read: (kept: unknown) => Value,
): readonly [Value, (value: Value) => void] {
  const text = useSyncExternalStore(listen, () => JSON.stringify(readPreference(name)));
  return [
    read(JSON.parse(text)),
    (value) => {
      keepPreference(name, value);
    },
  ];
}

function listen(onChange: () => void): () => void {
  changed.addEventListener('change', onChange);
  return () => {
    changed.removeEventListener('change', onChange);
  };
}

export function readTexts(kept: unknown): readonly string[] | null {
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : null;
}
