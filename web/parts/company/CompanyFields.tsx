import { type Shapes } from '../../api/addresses';
import { type CommandState } from '../../api/command';
import { words } from '../../words/en/settings';
import { TextField } from '../forms/Field';
import { faultOf, textOf } from '../forms/faults';

/** Who collects, as it stands on receipts and on the payer's page. */
export function CompanyFields({
  state,
  known,
}: {
  readonly state: CommandState<unknown>;
  readonly known: Pick<Shapes['Settings'], 'companyName' | 'address' | 'vatNumber'>;
}) {
  return (
    <>
      <TextField
        label={words.companyName}
        hint={words.companyNameHint}
        name="companyName"
        maxLength={1000}
        defaultValue={known.companyName ?? ''}
        fault={faultOf(state, 'companyName')}
      />
      <TextField
        label={words.address}
        hint={words.addressHint}
        name="address"
        maxLength={1000}
        defaultValue={known.address ?? ''}
        fault={faultOf(state, 'address')}
      />
      <TextField
        label={words.vatNumber}
        name="vatNumber"
        maxLength={1000}
        defaultValue={known.vatNumber ?? ''}
        fault={faultOf(state, 'vatNumber')}
      />
    </>
  );
}

export function companyOf(fields: FormData): Shapes['SettingsBody'] {
  return {
    companyName: textOf(fields, 'companyName'),
    address: textOf(fields, 'address'),
    vatNumber: textOf(fields, 'vatNumber'),
  };
}
