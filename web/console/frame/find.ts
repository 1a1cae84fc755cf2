/** A thing that is opened by its id alone. */
export interface Jump {
  readonly title: string;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

interface Kind {
  readonly pattern: RegExp;
  readonly jump: (id: string) => Jump;
}

const thing = (pattern: RegExp, path: string): Kind => ({
  pattern,
  jump: (id) => ({ title: id, to: `${path}/${id}` }),
});
const filtered = (pattern: RegExp, to: string, parameter: string): Kind => ({
  pattern,
  jump: (id) => ({ title: id, to, search: { [parameter]: id } }),
});

const KINDS: readonly Kind[] = [
  thing(/^cus_[\w-]{1,90}$/, '/customers'),
  thing(/^so_[\w-]{1,90}$/, '/orders'),
  thing(/^pay_[\w-]{1,90}$/, '/payments'),
  thing(/^PO[0-9A-Z]{4,30}$/, '/payouts'),
  thing(/^doc_[\w-]{1,90}$/, '/receipts'),
  thing(/^[A-Z][A-Z0-9]{0,9}-\d{6,12}$/, '/receipts'),
  filtered(/^PM[0-9A-Z]{4,30}$/, '/payments', 'gocardlessPaymentId'),
  filtered(/^MD[0-9A-Z]{4,30}$/, '/mandates', 'mandateId'),
];

/** Where an id or a number that was pasted whole leads; null when it is none. */
export function jumpOf(typed: string): Jump | null {
  const text = typed.trim();
  return KINDS.find(({ pattern }) => pattern.test(text))?.jump(text) ?? null;
}
