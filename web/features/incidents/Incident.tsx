import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useReading } from '../../api/reading';
import { useKeepsBooks } from '../../api/session';
import { Button } from '../../parts/forms/Button';
import { History } from '../../parts/history/History';
import { Id } from '../../parts/ids/Id';
import { Beside, Card, Facts, Page } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { Status } from '../../parts/status/Status';
import { Time } from '../../parts/when/When';
import { incidentWords } from '../../words/codes/incidents';
import { words } from '../../words/en/incidents';
import { type Incident as Body, stateView } from './columns';
import { Cures } from './Cures';
import { detailInWords } from './detail';
import styles from './Incidents.module.css';
import { Payments } from './Payments';
import { Resolve } from './Resolve';

/** One incident: what has happened, what to do, and the buttons that do it. */
export function Incident() {
  const { id = '' } = useParams({ strict: false });
  const reading = useReading('/api/incidents/{id}', { path: { id } });
  const { body } = reading;
  const keepsBooks = useKeepsBooks();
  const [isResolving, setResolving] = useState(false);
  return (
    <Page
      title={body === undefined ? words.title : incidentWords(body.type).label}
      lead={body === undefined ? null : <Status {...stateView(body)} />}
      actions={
        keepsBooks &&
        body?.resolvedAt === null && (
          <Button
            onClick={() => {
              setResolving(true);
            }}
          >
            {words.resolve}
          </Button>
        )
      }
    >
      <Shown of={reading}>{(incident) => <Inside incident={incident} />}</Shown>
      {isResolving && body !== undefined && (
        <Resolve
          incidents={[body]}
          onClose={() => {
            setResolving(false);
          }}
        />
      )}
    </Page>
  );
}

function Inside({ incident }: { readonly incident: Body }) {
  const { happened, advice } = incidentWords(incident.type);
  const { paymentId, customerId, payoutId } = incident;
  return (
    <>
      <Beside>
        <div className={styles.told}>
          <Card title={words.happened}>
            <p>{happened}</p>
            {detailInWords(incident) !== null && <p>{detailInWords(incident)}</p>}
          </Card>
          {incident.resolvedAt === null && (
            <Card title={words.whatToDo}>
              <p>{advice}</p>
              <Cures incident={incident} />
            </Card>
          )}
          <Payments incident={incident} />
        </div>
        <Card title={words.facts}>
          <Facts
            facts={[
              [words.since, <Time key="s" at={incident.since} />],
              [words.resolved, incident.resolvedAt === null ? null : <Time key="r" at={incident.resolvedAt} />],
              [words.note, incident.note],
              [
                words.customer,
                customerId === null ? null : (
                  <Link key="c" to="/customers/$id" params={{ id: customerId }}>
                    <bdi>{incident.customerName ?? customerId}</bdi>
                  </Link>
                ),
              ],
              [
                words.payout,
                payoutId === null ? null : (
                  <Link key="po" to="/payouts/$id" params={{ id: payoutId }}>
                    {payoutId}
                  </Link>
                ),
              ],
              [words.mandate, incident.mandateId === null ? null : <Id key="m" id={incident.mandateId} />],
              [words.event, incident.eventId === null ? null : <Id key="e" id={incident.eventId} />],
              [words.row, incident.row === null ? null : <Id key="w" id={incident.row} />],
              [words.id, <Id key="i" id={incident.id} />],
            ]}
          />
        </Card>
      </Beside>
      {paymentId !== null && <History of={{ paymentId }} />}
    </>
  );
}
