import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Dialog } from '../../parts/dialog/Dialog';
import { Button } from '../../parts/forms/Button';
import { Form } from '../../parts/forms/Form';
import { Id } from '../../parts/ids/Id';
import { Day } from '../../parts/when/When';
import { messageInWords } from '../../words/codes/causes';
import { PROBLEM } from '../../words/codes/problems';
import { said } from '../../words/codes/said';
import { SCHEDULER_OUTCOME } from '../../words/codes/states';
import { words as parts } from '../../words/en/parts';
import { words } from '../../words/en/scheduled';

type Item = Shapes['SchedulerRunItem'];

/** Sends what is due, as the timer does, and says what became of each. */
export function RunScheduler({ onClose }: { readonly onClose: () => void }) {
  const { state, send } = useCommand(run);
  return (
    <Dialog title={words.runTitle} onClose={onClose}>
      {state.kind === 'done' ? (
        <>
          {'items' in state.answer ? <Outcome run={state.answer} /> : <p role="status">{words.runGoesOn}</p>}
          <Button onClick={onClose}>{parts.close}</Button>
        </>
      ) : (
        <Form state={state} submit={words.run} onSend={() => void send(null)} onCancel={onClose}>
          <p>{words.runText}</p>
        </Form>
      )}
    </Dialog>
  );
}

function Outcome({ run: { items, sent } }: { readonly run: Shapes['SchedulerRunFields'] }) {
  return (
    <>
      <p role="status">{items.length === 0 ? words.ranNothing : words.ran(sent)}</p>
      {items.length > 0 && (
        <DataTable
          label={words.outcome}
          columns={columns}
          rows={items}
          rowKey={({ scheduledPaymentId }) => scheduledPaymentId}
        />
      )}
    </>
  );
}

function run(_: null, wish: Wish) {
  return client.POST('/api/scheduler/runs', { params: { header: wish }, body: {} });
}

const columns: readonly Column<Item>[] = [
  { key: 'instalment', heading: words.instalment, cell: ({ scheduledPaymentId }) => <Id id={scheduledPaymentId} /> },
  { key: 'outcome', heading: words.outcome, cell: ({ outcome }) => said(SCHEDULER_OUTCOME, outcome) },
  {
    key: 'reason',
    heading: words.reason,
    cell: ({ reason }) => (reason === undefined ? null : (PROBLEM[reason] ?? messageInWords(reason))),
  },
  { key: 'chargeDate', heading: words.chargeDate, cell: ({ chargeDate }) => <Day day={chargeDate} /> },
];
