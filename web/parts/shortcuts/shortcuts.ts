import { useEffect, useSyncExternalStore } from 'react';
import { readPreference } from '../preferences/preferences';
import { Sequences } from './sequences';

export interface Shortcut {
  /** `g p`, `/`, `?`. */
  readonly keys: string;
  /** What it does, for the list that `?` opens. */
  readonly does: string;
  readonly run: () => void;
}

const known = new Map<string, Shortcut>();
const changed = new EventTarget();
const sequences = new Sequences();
let snapshot: readonly Shortcut[] = [];

function tell(): void {
  snapshot = [...known.values()];
  changed.dispatchEvent(new Event('change'));
}

/** Keys that work while this is on the screen. Off in fields, in dialogs, and for those who do not want them. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    for (const shortcut of shortcuts) known.set(shortcut.keys, shortcut);
    tell();
    return () => {
      for (const shortcut of shortcuts) if (known.get(shortcut.keys) === shortcut) known.delete(shortcut.keys);
      tell();
    };
  }, [shortcuts]);
}

/** All keys that work now. */
export function useKnownShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (onChange) => {
      changed.addEventListener('change', onChange);
      return () => {
        changed.removeEventListener('change', onChange);
      };
    },
    () => snapshot,
  );
}

/** Listens for the whole page; returns what ends that. */
export function listenForShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (readPreference('shortcuts') === false || isBusy(event.target)) return;
    const sequence = sequences.press(
      event.key.length === 1 ? event.key.toLowerCase() : event.key,
      new Set(known.keys()),
    );
    if (sequence === null) return;
    event.preventDefault();
    known.get(sequence)?.run();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => {
    document.removeEventListener('keydown', onKeyDown);
  };
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest('input, select, textarea') !== null)
  );
}
