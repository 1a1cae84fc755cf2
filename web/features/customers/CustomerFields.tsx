import { type CommandState } from '../../api/command';
import { TextField } from '../../parts/forms/Field';
import { faultOf } from '../../parts/forms/faults';
import { words } from '../../words/en/customers';

export interface KnownCustomer {
  readonly name: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly reference: string | null;
  readonly round: string | null;
}

/** What is known of a customer, as fields. */
export function CustomerFields({
  state,
  known,
}: {
  readonly state: CommandState<unknown>;
  readonly known?: KnownCustomer;
}) {
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        name="name"
        required
        maxLength={500}
        defaultValue={known?.name ?? ''}
        fault={faultOf(state, 'name')}
      />
      <TextField
        label={words.company}
        name="company"
        maxLength={500}
        defaultValue={known?.company ?? ''}
        fault={faultOf(state, 'company')}
      />
      <TextField
        label={words.email}
        hint={words.emailHint}
        name="email"
        type="email"
        maxLength={320}
        defaultValue={known?.email ?? ''}
        fault={faultOf(state, 'email')}
      />
      <TextField
        label={words.reference}
        hint={words.referenceHint}
        name="reference"
        maxLength={500}
        defaultValue={known?.reference ?? ''}
        fault={faultOf(state, 'reference')}
      />
      <TextField
        label={words.round}
        hint={words.roundHint}
        name="round"
        maxLength={500}
        defaultValue={known?.round ?? ''}
        fault={faultOf(state, 'round')}
      />
    </>
  );
}
