import { useState } from 'react';
import { type AnswerOf } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { Dialog } from '../dialog/Dialog';
import { TextField } from '../forms/Field';
import { Form } from '../forms/Form';
import { faultOf, textOf } from '../forms/faults';
import { decimalOf, parseAmount } from '../money/money';
import { words } from '../../words/en/payments';

export type Payment = AnswerOf<'/api/payments/{id}'>;

export type ActName = 'cancel' | 'retry' | 'refund';

const TEXTS: Readonly<Record<ActName, string>> = {
  cancel: words.cancelText,
  retry: words.retryText,
  refund: words.refundText,
};

/** One thing that is asked of GoCardless. The dialog closes when the wish is recorded; what becomes of it is seen on the payment. */
export function Act({
  name,
  payment,
  onClose,
}: {
  readonly name: ActName;
  readonly payment: Payment;
  readonly onClose: () => void;
}) {
  const { id, currency, amount, amountRefunded } = payment;
  const [fault, setFault] = useState<string | undefined>(undefined);
  const call = (input: number, wish: Wish) => ask(name, id, input, wish);
  const { state, send } = useCommand(call, onClose);
  const wish = (fields: FormData) => {
    if (name !== 'refund') return void send(0);
    const read = parseAmount(textOf(fields, 'amount'), currency);
    setFault('fault' in read ? words.amountFault[read.fault] : undefined);
    if ('minor' in read) void send(read.minor);
  };
  return (
    <Dialog title={words[name]} onClose={onClose}>
      <Form state={state} submit={words[name]} onSend={wish} onCancel={onClose} isDangerous={name !== 'retry'}>
        <p>{TEXTS[name]}</p>
        {name === 'refund' && (
          <TextField
            label={`${words.refundAmount} (${currency})`}
            name="amount"
            inputMode="decimal"
            required
            defaultValue={decimalOf(amount - amountRefunded, currency)}
            fault={fault ?? faultOf(state, 'amount')}
          />
        )}
      </Form>
    </Dialog>
  );
}

function ask(name: ActName, id: string, amount: number, wish: Wish) {
  const params = { path: { id }, header: wish };
  switch (name) {
    case 'cancel':
      return client.POST('/api/payments/{id}/cancellation', { params });
    case 'retry':
      return client.POST('/api/payments/{id}/retry', { params });
    case 'refund':
      return client.POST('/api/payments/{id}/refunds', { params, body: { amount } });
  }
}
