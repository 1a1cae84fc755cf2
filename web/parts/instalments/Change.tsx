import { useState } from 'react';
import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { words } from '../../words/en/instalments';
import { type Column } from '../data-table/columns';
import { DataTable } from '../data-table/DataTable';
import { Dialog } from '../dialog/Dialog';
import { TextField } from '../forms/Field';
import { Form } from '../forms/Form';
import { faultOf, textOf } from '../forms/faults';
import { decimalOf, parseAmount } from '../money/money';
import { Money } from '../money/Money';
import { Day } from '../when/When';
import { type Instalment } from './meaning';

type Fields = Shapes['ChangeScheduledPaymentBody'];
type Changed = Shapes['PreviewedChange'];

/** A change in two steps: what would move, also on other instalments, and then whether it shall. */
export function Change({ of, onClose }: { readonly of: Instalment; readonly onClose: () => void }) {
  const { id, currency } = of;
  const [wanted, setWanted] = useState<Fields>({});
  const [fault, setFault] = useState<string | undefined>(undefined);
  const path = { id };
  const preview = useCommand(
    (body: Fields) => client.PATCH('/api/scheduled-payments/{id}', { params: { path, query: { dryRun: true } }, body }),
    undefined,
    { isQuestion: true },
  );
  const change = useCommand(
    (body: Fields) => client.PATCH('/api/scheduled-payments/{id}', { params: { path }, body }),
    onClose,
  );
  const ask = (fields: FormData) => {
    const read = parseAmount(textOf(fields, 'amount'), currency);
    setFault('fault' in read ? words.amountFault[read.fault] : undefined);
    if ('fault' in read) return;
    const dueDate = textOf(fields, 'dueDate');
    const body = {
      ...(dueDate === of.dueDate ? {} : { dueDate }),
      ...(read.minor === of.amount ? {} : { amount: read.minor }),
    };
    setWanted(body);
    void preview.send(body);
  };
  const changed = preview.state.kind === 'done' ? (preview.state.answer.changed ?? []) : null;
  return (
    <Dialog title={words.changeTitle} onClose={onClose}>
      {changed === null ? (
        <Form state={preview.state} submit={words.preview} onSend={ask} onCancel={onClose}>
          <p>{words.changeText}</p>
          <TextField
            label={words.newDate}
            name="dueDate"
            type="date"
            required
            defaultValue={wanted.dueDate ?? of.dueDate}
            fault={faultOf(preview.state, 'dueDate')}
          />
          <TextField
            label={`${words.newAmount} (${currency})`}
            name="amount"
            inputMode="decimal"
            required
            defaultValue={decimalOf(wanted.amount ?? of.amount, currency)}
            fault={fault ?? faultOf(preview.state, 'amount')}
          />
        </Form>
      ) : changed.length === 0 ? (
        <Form state={{ kind: 'idle' }} submit={words.goOn} onSend={preview.reset} onCancel={onClose}>
          <p>{words.nothingChanges}</p>
        </Form>
      ) : (
        <Form
          state={change.state}
          submit={words.takeOver}
          onSend={() => void change.send(wanted)}
          onCancel={preview.reset}
        >
          <DataTable label={words.preview} columns={columnsIn(currency)} rows={changed} rowKey={(one) => one.id} />
        </Form>
      )}
    </Dialog>
  );
}

function columnsIn(currency: string): readonly Column<Changed>[] {
  return [
    { key: 'due', heading: words.due, cell: ({ dueDate }) => <Day day={dueDate} /> },
    {
      key: 'from',
      heading: words.from,
      align: 'end',
      cell: ({ amountFrom }) => <Money amount={amountFrom} currency={currency} />,
    },
    {
      key: 'to',
      heading: `${words.to} (${currency})`,
      align: 'end',
      cell: ({ amountTo }) => <Money amount={amountTo} currency={currency} />,
    },
  ];
}
