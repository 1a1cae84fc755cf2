import { useState } from 'react';
import { useKeepsBooks } from '../../api/session';
import { words } from '../../words/en/payments';
import { Button } from '../forms/Button';
import { Act, type ActName, type Payment } from './Act';

/** What the state of a payment allows; the service has the last word. */
export function PaymentActs({ payment, isSmall = false }: { readonly payment: Payment; readonly isSmall?: boolean }) {
  const keepsBooks = useKeepsBooks();
  const [act, setAct] = useState<ActName | null>(null);
  if (!keepsBooks) return null;
  return (
    <>
      {allowed(payment).map((name) => (
        <Button
          key={name}
          isSmall={isSmall}
          onClick={() => {
            setAct(name);
          }}
        >
          {words[name]}
        </Button>
      ))}
      {act !== null && (
        <Act
          name={act}
          payment={payment}
          onClose={() => {
            setAct(null);
          }}
        />
      )}
    </>
  );
}

const CANCELLABLE = ['pending_submission', 'pending_customer_approval'];
const REFUNDABLE = ['confirmed', 'paid_out'];

function allowed({ status, amount, amountRefunded }: Payment): readonly ActName[] {
  if (CANCELLABLE.includes(status)) return ['cancel'];
  if (status === 'failed') return ['retry'];
  return REFUNDABLE.includes(status) && amountRefunded < amount ? ['refund'] : [];
}
