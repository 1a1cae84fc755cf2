import { Link } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { hrefOf } from '../../api/href';
import { useViewpoint } from '../../api/moment';
import { useReading } from '../../api/reading';
import { useKeepsBooks } from '../../api/session';
import { FetchMissing } from '../../parts/backfill/FetchMissing';
import { Button, buttonClass } from '../../parts/forms/Button';
import { ProblemNote } from '../../parts/page-state/ProblemNote';
import { words } from '../../words/en/incidents';
import { type Incident } from './columns';
import { detailInWords } from './detail';
import styles from './Incidents.module.css';

/** What cures each type of incident, beside what can be done with its payments. */
export function Cures({ incident }: { readonly incident: Incident }) {
  const { type, eventId, payoutId, scheduledPaymentId, paymentId, row } = incident;
  return (
    <div className={styles.cures}>
      {type === 'parked' && eventId !== null && <Redrive eventId={eventId} />}
      {FETCHED.includes(type) && <FetchMissing />}
      {payoutId !== null && (
        <Link className={buttonClass()} to="/payouts/$id" params={{ id: payoutId }}>
          {words.openPayout}
        </Link>
      )}
      {SENT_AGAIN.includes(type) && scheduledPaymentId !== null && <SendAgain id={scheduledPaymentId} />}
      {type === 'row_not_seen' && paymentId !== null && row !== null && <OfRow paymentId={paymentId} row={row} />}
      {ASKED_OF_SUPPORT.includes(type) && paymentId !== null && <Support incident={incident} paymentId={paymentId} />}
    </div>
  );
}

const FETCHED: readonly Incident['type'][] = [
  'status_overdue',
  'compare_failed',
  'unexplained_payout',
  'delivery_refused',
];
const SENT_AGAIN: readonly Incident['type'][] = ['differs_from_request', 'idempotency_conflict'];
const ASKED_OF_SUPPORT: readonly Incident['type'][] = ['status_overdue', 'compare_failed'];

/** A press, and what came of it. */
function Press<Input>({
  call,
  input,
  label,
  done,
}: {
  readonly call: (input: Input, wish: Wish) => Promise<{ readonly data?: unknown }>;
  readonly input: Input;
  readonly label: string;
  readonly done: string;
}) {
  const keepsBooks = useKeepsBooks();
  const { state, send } = useCommand(call);
  if (!keepsBooks) return null;
  return (
    <>
      <Button disabled={state.kind === 'sending'} onClick={() => void send(input)}>
        {label}
      </Button>
      {state.kind === 'done' && <span role="status">{done}</span>}
      {(state.kind === 'refused' || state.kind === 'unanswered') && <ProblemNote problem={state.problem} />}
    </>
  );
}

function Redrive({ eventId }: { readonly eventId: string }) {
  return <Press call={redrive} input={eventId} label={words.redrive} done={words.redriven} />;
}

function redrive(eventId: string, wish: Wish) {
  return client.POST('/api/deliveries/{eventId}/redrive', { params: { path: { eventId }, header: wish } });
}

function SendAgain({ id }: { readonly id: string }) {
  return <Press call={sendAgain} input={id} label={words.sendAgain} done={words.sentAgain} />;
}

function sendAgain(id: string, wish: Wish) {
  return client.POST('/api/scheduled-payments/{id}/submission', { params: { path: { id }, header: wish } });
}

/** The file once more, or the row given up. */
function OfRow({ paymentId, row }: { readonly paymentId: string; readonly row: string }) {
  const viewpoint = useViewpoint();
  const { body } = useReading('/api/payments/{id}', { path: { id: paymentId } });
  const exportId = body?.balanceExportId;
  if (exportId === undefined || exportId === null) return null;
  return (
    <>
      <a
        className={buttonClass()}
        href={hrefOf('/api/balance-exports/{id}/file.csv', {}, viewpoint).replace('{id}', exportId)}
        download
      >
        {words.file}
      </a>
      <Press call={release} input={{ exportId, row }} label={words.release} done={words.released} />
    </>
  );
}

function release({ exportId, row }: { readonly exportId: string; readonly row: string }, wish: Wish) {
  const params = { path: { id: exportId }, header: wish };
  return client.POST('/api/balance-exports/{id}/cancellation', { params, body: { rows: [row] } });
}

function Support({ incident, paymentId }: { readonly incident: Incident; readonly paymentId: string }) {
  const { body } = useReading('/api/payments/{id}', { path: { id: paymentId } });
  const payment = body?.gocardlessPaymentId ?? null;
  if (payment === null) return null;
  return (
    <details>
      <summary>{words.support}</summary>
      <p className={styles.support}>{words.supportText(payment, detailInWords(incident) ?? '')}</p>
    </details>
  );
}
