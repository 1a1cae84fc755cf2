import { type ItemOf } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { useReading } from '../../api/reading';
import { CopyField } from '../../parts/copy-field/CopyField';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Dialog } from '../../parts/dialog/Dialog';
import { Button } from '../../parts/forms/Button';
import { Form } from '../../parts/forms/Form';
import { Shown } from '../../parts/page-state/PageState';
import { ProblemNote } from '../../parts/page-state/ProblemNote';
import { Time } from '../../parts/when/When';
import { PORTAL_LINK_STATUS } from '../../words/codes/states';
import { words } from '../../words/en/customers';

type PortalLink = ItemOf<'/api/customers/{id}/portal-links'>;

/** Links by which a payer sees what is theirs: made, shown this once, and revoked. */
export function PortalLinks({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const path = { id };
  const reading = useReading('/api/customers/{id}/portal-links', { path, query: { order: 'desc', limit: 20 } });
  const { state, send } = useCommand(() => client.POST('/api/customers/{id}/portal-links', { params: { path } }));
  return (
    <Dialog title={words.portal} onClose={onClose}>
      {state.kind === 'done' ? (
        <div role="status">
          <p>
            {words.portalMade} <Time at={state.answer.expiresAt} />
          </p>
          <CopyField label={words.portal} value={state.answer.url} />
        </div>
      ) : (
        <Form state={state} submit={words.portalMake} onSend={() => void send(null)}>
          <p>{words.portalText}</p>
        </Form>
      )}
      <Shown of={reading}>
        {({ items }) =>
          items.length > 0 && (
            <DataTable label={words.portalLinks} columns={columnsOf(id)} rows={items} rowKey={(link) => link.id} />
          )
        }
      </Shown>
    </Dialog>
  );
}

function columnsOf(customerId: string): readonly Column<PortalLink>[] {
  return [
    { key: 'made', heading: words.portalMadeAt, cell: ({ madeAt }) => <Time at={madeAt} /> },
    { key: 'status', heading: words.status, cell: ({ status }) => PORTAL_LINK_STATUS[status] },
    { key: 'opened', heading: words.portalOpened, cell: ({ lastOpenedAt }) => <Time at={lastOpenedAt} /> },
    {
      key: 'acts',
      heading: '',
      isActs: true,
      cell: ({ id, status }) => status === 'live' && <Revoke customerId={customerId} linkId={id} />,
    },
  ];
}

function Revoke({ customerId, linkId }: { readonly customerId: string; readonly linkId: string }) {
  const path = { id: customerId, linkId };
  const { state, send } = useCommand(() =>
    client.DELETE('/api/customers/{id}/portal-links/{linkId}', { params: { path } }),
  );
  return (
    <>
      <Button isSmall disabled={state.kind === 'sending'} onClick={() => void send(null)}>
        {words.portalRevoke}
      </Button>
      {(state.kind === 'refused' || state.kind === 'unanswered') && <ProblemNote problem={state.problem} />}
    </>
  );
}
