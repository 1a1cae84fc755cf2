import { useState } from 'react';
import { type AnswerOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { Combobox } from '../../parts/combobox/Combobox';
import { Button } from '../../parts/forms/Button';
import { words } from '../../words/en/orders';
import styles from './NewOrder.module.css';

export type Customer = AnswerOf<'/api/customers/{id}'>;

/** The customer that was chosen, or a field that finds one. */
export function ChooseCustomer({
  customer,
  onChoose,
  onAnother,
  fault,
}: {
  readonly customer: Customer | undefined;
  readonly onChoose: (id: string) => void;
  readonly onAnother: () => void;
  readonly fault: string | undefined;
}) {
  const [typed, setTyped] = useState('');
  const query = { q: typed, limit: 10, order: 'desc' as const, forgotten: [false] };
  const found = useReading('/api/customers', { query }, { enabled: typed.trim() !== '' });
  if (customer !== undefined) {
    return (
      <div>
        <p className={styles.label}>{words.chosenCustomer}</p>
        <p>
          <strong>
            <bdi>{customer.name ?? words.forgotten}</bdi>
          </strong>
          {[customer.company, customer.reference].filter((part) => part !== null).map((part) => ` · ${part}`)}{' '}
          <Button isSmall onClick={onAnother}>
            {words.chooseAnother}
          </Button>
        </p>
      </div>
    );
  }
  return (
    <Combobox
      label={words.findCustomer}
      hint={words.findHint}
      fault={fault}
      typed={typed}
      onType={setTyped}
      isLooking={found.isLoading || found.isStale}
      options={(typed.trim() === '' ? [] : (found.body?.items ?? [])).map(
        ({ id, name, company, email, reference }) => ({
          id,
          title: name ?? id,
          subtitle: [company, email, reference].filter((part) => part !== null).join(' · '),
        }),
      )}
      onChoose={({ id }) => {
        onChoose(id);
      }}
    />
  );
}
