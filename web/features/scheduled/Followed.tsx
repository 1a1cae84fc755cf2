import { useQuery } from '@tanstack/react-query';
import { useViewpoint } from '../../api/moment';
import { readingOptions } from '../../api/reading';
import { paymentView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';

const EVERY_MS = 2_000;

/** What becomes of one that GoCardless had not answered: asked for until it is known. */
export function Followed({ id, asked }: { readonly id: string; readonly asked: string }) {
  const viewpoint = useViewpoint();
  const { data } = useQuery({
    ...readingOptions('/api/scheduled-payments/{id}', { path: { id } }, viewpoint),
    refetchInterval: ({ state }) => (isOpen(state.data?.body.paymentStatus) ? EVERY_MS : false),
  });
  const status = data?.body.paymentStatus;
  return isOpen(status) ? (
    <Status shape="dotted" tone="info" words={asked} />
  ) : (
    <Status {...paymentView({ status: status ?? '' })} />
  );
}

function isOpen(status: string | null | undefined): boolean {
  return status === undefined || status === null || status === 'requested';
}
