import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { CompanyFields, companyOf } from '../../parts/company/CompanyFields';
import { Form } from '../../parts/forms/Form';
import { words } from '../../words/en/setup';

export function CompanyStep({
  connectionId,
  name,
  onDone,
}: {
  readonly connectionId: string;
  readonly name: string;
  readonly onDone: () => void;
}) {
  const { state, send } = useCommand(
    (body: Shapes['SettingsBody']) =>
      client.PUT('/api/connections/{id}/settings', { params: { path: { id: connectionId } }, body }),
    () => {
      onDone();
    },
  );
  return (
    <>
      <h2>{words.companyTitle}</h2>
      <p>{words.companyText}</p>
      <Form
        state={state}
        submit={words.save}
        cancel={words.skip}
        onCancel={onDone}
        onSend={(fields) => void send(companyOf(fields))}
      >
        <CompanyFields state={state} known={{ companyName: name, address: '', vatNumber: '' }} />
      </Form>
    </>
  );
}
