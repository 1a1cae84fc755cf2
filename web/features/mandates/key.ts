import { type Shapes } from '../../api/addresses';

export type KeyKind = 'email' | 'gocardlessCustomerId' | 'mandateId';

/** Which of the three keys somebody has typed; null = none of them. */
export function kindOf(typed: string): KeyKind | null {
  const text = typed.trim();
  if (/^CU[A-Z0-9]{1,30}$/.test(text)) return 'gocardlessCustomerId';
  if (/^MD[A-Z0-9]{1,30}$/.test(text)) return 'mandateId';
  return /^[^\s@]+@[^\s@]+$/.test(text) ? 'email' : null;
}

export function keyOf(kind: KeyKind, typed: string): Shapes['LookUpKeyBody'] {
  return { [kind]: typed.trim() };
}
