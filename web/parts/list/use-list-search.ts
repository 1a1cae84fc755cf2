import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type ListSearch } from '../filters/list-search';

const FRAME: readonly string[] = ['asOf', 'effectiveAt', 'connectionId'];

/** What the address of the open list says, and how to change it: each change is an entry of the history. */
export function useListSearch(): readonly [ListSearch, (search: ListSearch) => void] {
  const all: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = Object.fromEntries(Object.entries(all).filter(([name]) => !FRAME.includes(name)));
  const onSearch = useCallback((next: ListSearch) => void navigate({ to: '.', search: next }), [navigate]);
  return [search, onSearch];
}
