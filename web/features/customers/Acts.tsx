import { useState } from 'react';
import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { useServiceNow } from '../../api/service-clock';
import { Dialog } from '../../parts/dialog/Dialog';
import { CheckField, ChoiceField, TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { faultOf, textOf } from '../../parts/forms/faults';
import { CURRENCY_CHOICES, currencyOf } from '../../parts/money/currencies';
import { parseAmount } from '../../parts/money/money';
import { dayIn } from '../../parts/when/when';
import { useZone } from '../../parts/when/When';
import { words } from '../../words/en/customers';
import { CustomerFields, type KnownCustomer } from './CustomerFields';
import styles from './Customers.module.css';

interface ActProps {
  readonly id: string;
  readonly onClose: () => void;
}

const FIELDS = ['name', 'company', 'email', 'reference', 'round'] as const;

/** Changes what is known of a customer: what was not touched is not sent. */
export function ChangeCustomer({ id, known, onClose }: ActProps & { readonly known: KnownCustomer }) {
  const { state, send } = useCommand(
    (body: Shapes['ChangeCustomerBody']) => client.PATCH('/api/customers/{id}', { params: { path: { id } }, body }),
    onClose,
  );
  const onSend = (fields: FormData) => {
    const changed = FIELDS.flatMap((name) => {
      const typed = textOf(fields, name);
      return typed === (known[name] ?? '') ? [] : [[name, typed === '' && name !== 'name' ? null : typed] as const];
    });
    if (changed.length === 0) onClose();
    else void send(Object.fromEntries(changed));
  };
  return (
    <Dialog title={words.changeTitle} onClose={onClose}>
      <Form state={state} submit={words.save} onSend={onSend} onCancel={onClose}>
        <CustomerFields state={state} known={known} />
      </Form>
    </Dialog>
  );
}

/** States what the customer owes by the accounting system. */
export function StateBalance({ id, onClose }: ActProps) {
  const zone = useZone();
  const now = useServiceNow();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const { state, send } = useCommand(
    ({ older, ...body }: Shapes['StateBalanceBody'] & { readonly older: boolean }) =>
      client.PUT('/api/customers/{id}/balances', { params: { path: { id }, query: { older } }, body }),
    onClose,
  );
  const onSend = (fields: FormData) => {
    const currency = currencyOf(textOf(fields, 'currency'));
    const read = parseAmount(textOf(fields, 'amount'), currency);
    setFault('fault' in read ? words.amountFault[read.fault] : undefined);
    if ('fault' in read) return;
    const older = fields.get('older') !== null;
    void send({ amount: read.minor, currency, asOf: textOf(fields, 'asOf'), older });
  };
  return (
    <Dialog title={words.state} onClose={onClose}>
      <Form state={state} submit={words.state} onSend={onSend} onCancel={onClose}>
        <p>{words.stateText}</p>
        <div className={styles.row}>
          <TextField
            label={words.balance}
            hint={words.balanceHint}
            name="amount"
            inputMode="decimal"
            required
            fault={fault ?? faultOf(state, 'amount')}
          />
          <ChoiceField label={words.currency} name="currency" choices={CURRENCY_CHOICES} />
        </div>
        <TextField
          label={words.asOf}
          hint={words.asOfHint}
          name="asOf"
          type="date"
          required
          defaultValue={dayIn(new Date(now()).toISOString(), zone)}
          fault={faultOf(state, 'asOf')}
        />
        {state.kind === 'refused' && state.problem.code === 'older_balance' && (
          <CheckField label={words.older} name="older" />
        )}
      </Form>
    </Dialog>
  );
}
