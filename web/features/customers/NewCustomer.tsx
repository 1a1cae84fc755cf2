import { useNavigate } from '@tanstack/react-router';
import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { useConnection, useConnections } from '../../api/connections';
import { useKeepsBooks } from '../../api/session';
import { ChoiceField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { faultOf, optionalOf, textOf } from '../../parts/forms/faults';
import { Card, Page } from '../../parts/page/Page';
import { Empty } from '../../parts/page-state/PageState';
import { PROBLEM } from '../../words/codes/problems';
import { words } from '../../words/en/customers';
import styles from './Customers.module.css';
import { CustomerFields } from './CustomerFields';

export function NewCustomer() {
  const keepsBooks = useKeepsBooks();
  return <Page title={words.newTitle}>{keepsBooks ? <Register /> : <Empty>{PROBLEM['forbidden']}</Empty>}</Page>;
}

function Register() {
  const navigate = useNavigate();
  const connections = useConnections();
  const connection = useConnection();
  const { state, send } = useCommand(register, ({ id }) => {
    void navigate({ to: '/customers/$id', params: { id } });
  });
  const onSend = (fields: FormData) =>
    void send({
      name: textOf(fields, 'name'),
      ...optionalOf(fields, 'company'),
      ...optionalOf(fields, 'email'),
      ...optionalOf(fields, 'reference'),
      ...optionalOf(fields, 'round'),
      ...(connection === null ? optionalOf(fields, 'connectionId') : { connectionId: connection.id }),
    });
  return (
    <div className={styles.narrow}>
      <Card>
        <Form state={state} submit={words.create} onSend={onSend}>
          <CustomerFields state={state} />
          {connection === null && (
            <ChoiceField
              label={words.connection}
              name="connectionId"
              required
              choices={[{ value: '', label: '' }, ...connections.map(({ id, name }) => ({ value: id, label: name }))]}
              fault={faultOf(state, 'connectionId')}
            />
          )}
        </Form>
      </Card>
    </div>
  );
}

function register(body: Shapes['RegisterCustomerBody'], wish: Wish) {
  return client.POST('/api/customers', { params: { header: wish }, body });
}
