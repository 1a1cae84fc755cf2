import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { type Wish } from '../../api/command';

/** What came of sending: GoCardless has it, it has not answered yet, or it refuses it. */
export interface Sent {
  readonly isPending: boolean;
  readonly rejected: Shapes['RejectedSubmission'] | null;
}

export async function sendInstalment(id: string, wish: Wish): Promise<{ readonly data: Sent }> {
  const { data, response } = await client.POST('/api/scheduled-payments/{id}/submission', {
    params: { path: { id }, header: wish },
  });
  return { data: { isPending: response.status === 202, rejected: data?.rejected ?? null } };
}

export async function retryInstalment(id: string, wish: Wish): Promise<{ readonly data: Sent }> {
  const { response } = await client.POST('/api/scheduled-payments/{id}/retry', {
    params: { path: { id }, header: wish },
  });
  return { data: { isPending: response.status === 202, rejected: null } };
}

export async function cancelInstalment(id: string, wish: Wish): Promise<{ readonly data: Sent }> {
  const { response } = await client.POST('/api/scheduled-payments/{id}/cancellation', {
    params: { path: { id }, header: wish },
  });
  return { data: { isPending: response.status === 202, rejected: null } };
}
