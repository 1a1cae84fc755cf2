import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { type FieldFault } from '../../api/problem';
import { useReading } from '../../api/reading';
import { useKeepsBooks } from '../../api/session';
import { TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { Card, Page } from '../../parts/page/Page';
import { Empty } from '../../parts/page-state/PageState';
import { PROBLEM } from '../../words/codes/problems';
import { words } from '../../words/en/orders';
import { ChooseCustomer } from './ChooseCustomer';
import { type Draft, EMPTY_LINE, orderOf } from './draft';
import { Lines } from './Lines';
import styles from './NewOrder.module.css';
import { Plan } from './Plan';
import { Preview } from './Preview';

const EMPTY: Draft = {
  currency: 'GBP',
  reference: '',
  lines: [EMPTY_LINE],
  plan: 'parts',
  count: '1',
  firstDueDate: '',
  interval: 'month',
  instalments: [{ dueDate: '', amount: '' }],
};

/** An order in two steps: what is typed, and the plan that the service makes of it. */
export function NewOrder() {
  const { customerId } = useSearch({ from: '/orders/new' });
  const keepsBooks = useKeepsBooks();
  return (
    <Page title={words.newTitle}>
      {keepsBooks ? <Editor customerId={customerId ?? null} /> : <Empty>{PROBLEM['forbidden']}</Empty>}
    </Page>
  );
}

type Order = Shapes['PlaceSalesOrderBody'];

function Editor({ customerId: given }: { readonly customerId: string | null }) {
  const navigate = useNavigate();
  const [customerId, setCustomerId] = useState(given);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [order, setOrder] = useState<Order | null>(null);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const preview = useCommand(ask, undefined, { isQuestion: true });
  const place = useCommand(put, (placed) => {
    if ('id' in placed) void navigate({ to: '/orders/$id', params: { id: placed.id } });
  });
  const { body } = useReading(
    '/api/customers/{id}',
    { path: { id: customerId ?? '' } },
    { enabled: customerId !== null },
  );
  const change = (changed: Partial<Draft>) => {
    setDraft({ ...draft, ...changed });
  };
  const { state } = preview;
  if (order !== null && state.kind === 'done' && 'planTotal' in state.answer) {
    return (
      <Preview
        order={order}
        plan={state.answer}
        customer={customerId === null ? undefined : body}
        state={place.state}
        onPlace={() => void place.send(order)}
        onEdit={preview.reset}
      />
    );
  }
  const all = state.kind === 'refused' ? [...faults, ...state.problem.errors] : faults;
  const faultOf = (field: string) => all.find((one) => one.field === field)?.message;
  return (
    <Form
      state={state}
      submit={words.preview}
      onSend={() => {
        const read = orderOf(draft, customerId);
        setFaults('faults' in read ? read.faults : []);
        if (!('order' in read)) return;
        setOrder(read.order);
        void preview.send(read.order);
      }}
    >
      <Card title={words.who}>
        <div className={styles.who}>
          <ChooseCustomer
            customer={customerId === null ? undefined : body}
            onChoose={setCustomerId}
            onAnother={() => {
              setCustomerId(null);
            }}
            fault={customerId === null ? faultOf('customerId') : undefined}
          />
          <TextField
            label={words.reference}
            hint={words.referenceHint}
            maxLength={100}
            value={draft.reference}
            onChange={({ target }) => {
              change({ reference: target.value });
            }}
            fault={faultOf('reference')}
          />
        </div>
      </Card>
      <Card title={words.whatIsOrdered}>
        <Lines draft={draft} onChange={change} faultOf={faultOf} />
      </Card>
      <Card title={words.when}>
        <Plan draft={draft} onChange={change} faultOf={faultOf} />
      </Card>
    </Form>
  );
}

/** A dry run keeps nothing, so that it needs no key of its own. */
function ask(body: Order) {
  return client.POST('/api/sales-orders', { body: { ...body, dryRun: true } });
}

function put(body: Order, wish: Wish) {
  return client.POST('/api/sales-orders', { params: { header: wish }, body });
}
