import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { words } from '../../words/en/customers';
import { ChoiceField } from '../forms/Field';
import { Form } from '../forms/Form';
import { faultOf, textOf } from '../forms/faults';
import { CURRENCY_CHOICES, currencyOf } from '../money/currencies';
import { CopyField } from '../copy-field/CopyField';
import styles from './MandateSetup.module.css';

/** A link for the payer, to a page of GoCardless on which they set up a mandate. */
export function MandateSetup({
  customerId,
  isAside = false,
}: {
  readonly customerId: string;
  readonly isAside?: boolean;
}) {
  const { state, send } = useCommand(make);
  if (state.kind === 'done') {
    return (
      <div className={styles.made} role="status">
        <p>{words.setUpMade}</p>
        <CopyField label={words.setUpTitle} value={state.answer.url} />
      </div>
    );
  }
  const onSend = (fields: FormData) => {
    void send({ customerId, currency: currencyOf(textOf(fields, 'currency')) });
  };
  return (
    <Form state={state} submit={words.setUpMake} onSend={onSend} isAside={isAside}>
      <p>{words.setUpText}</p>
      <ChoiceField
        label={words.setUpCurrency}
        name="currency"
        choices={CURRENCY_CHOICES}
        fault={faultOf(state, 'currency')}
      />
    </Form>
  );
}

function make(body: Shapes['MandateSetupBody'], wish: Wish) {
  return client.POST('/api/mandate-setups', { params: { header: wish }, body });
}
