/** What the payer’s page is answered. */
export interface PayerPage {
  readonly company: { readonly name: string; readonly address: string | null; readonly vatNumber: string | null };
  readonly customer: { readonly name: string | null };
  readonly scheduled: readonly Coming[];
  readonly receipts: readonly Receipt[];
  readonly hasMore: boolean;
}

export interface Coming {
  readonly dueDate: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly state: 'planned' | 'on_its_way' | 'not_collected' | 'no_mandate';
}

export interface Receipt {
  readonly number: string;
  readonly kind: string;
  readonly date: string;
  readonly amount: number;
  readonly currency: string;
  readonly earlierNumber: string | null;
}

/** Whoever asks is not in, or no longer. */
export class NotIn extends Error {}
/** No answer came. */
export class NoConnection extends Error {}

export async function comeIn(token: string): Promise<void> {
  await ask('POST', '/portal/session', { token });
}

export async function leave(): Promise<void> {
  await ask('DELETE', '/portal/session');
}

export async function readPage(): Promise<PayerPage> {
  // The shape that the address promises.
  return (await (await ask('GET', '/portal/data')).json()) as PayerPage;
}

export function documentOf(number: string): string {
  return `/portal/receipts/${encodeURIComponent(number)}/document.pdf`;
}

async function ask(method: string, path: string, body?: object): Promise<Response> {
  const answer = await fetch(path, {
    method,
    cache: 'no-store',
    // No page of another site can set the first one.
    headers: { 'x-console': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new NoConnection();
  });
  // What is no token at all is as little a link as one that is unknown.
  if (answer.status === 401 || answer.status === 422) throw new NotIn();
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}
