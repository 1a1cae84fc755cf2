import { useCommand, type Wish } from '../../api/command';
import { words } from '../../words/en/instalments';
import { words as parts } from '../../words/en/parts';
import { Dialog } from '../dialog/Dialog';
import { Button } from '../forms/Button';
import { Form } from '../forms/Form';
import { formatMoney } from '../money/money';
import { formatDay } from '../when/when';
import { type Instalment } from './meaning';
import { cancelInstalment, retryInstalment, type Sent, sendInstalment } from './sending';

type Name = 'send' | 'retry' | 'cancel';

const CALLS: Readonly<Record<Name, (id: string, wish: Wish) => Promise<{ readonly data: Sent }>>> = {
  send: sendInstalment,
  retry: retryInstalment,
  cancel: cancelInstalment,
};

/** One wish about an instalment. What GoCardless has not answered, or refuses, is said before the dialog closes. */
export function Act({
  name,
  of,
  onClose,
}: {
  readonly name: Name;
  readonly of: Instalment;
  readonly onClose: () => void;
}) {
  const { id, customerName, amount, currency, dueDate, paymentId } = of;
  const isAnew = name === 'send' && paymentId !== null;
  const call = (_: null, wish: Wish) => CALLS[name](id, wish);
  const { state, send } = useCommand(call, ({ isPending, rejected }) => {
    if (!isPending && rejected === null) onClose();
  });
  const title = name === 'cancel' ? words.cancelTitle : isAnew ? words.sendAnew : words[name];
  return (
    <Dialog title={title} onClose={onClose}>
      <p>
        <bdi>{customerName ?? words.forgotten}</bdi>, {formatMoney(amount, currency)}, {formatDay(dueDate)}
      </p>
      {state.kind === 'done' ? (
        <>
          <p role="status">{outcomeOf(state.answer)}</p>
          <Button onClick={onClose}>{parts.close}</Button>
        </>
      ) : (
        <Form
          state={state}
          submit={title}
          isDangerous={name === 'cancel'}
          onSend={() => void send(null)}
          onCancel={onClose}
        >
          <p>{name === 'send' ? (isAnew ? words.sendAnewText : words.sendText) : TEXTS[name]}</p>
        </Form>
      )}
    </Dialog>
  );
}

const TEXTS = { retry: words.retryText, cancel: words.cancelText } as const;

function outcomeOf({ rejected }: Sent): string {
  if (rejected === null) return words.asked;
  const fields = rejected.errors.map(({ field, message }) => [field, message].filter(Boolean).join(' '));
  return words.refusedByGoCardless([rejected.reason.replaceAll('_', ' '), ...fields].join(', '));
}
