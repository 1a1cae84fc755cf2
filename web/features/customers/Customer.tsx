import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type AnswerOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { useKeepsBooks } from '../../api/session';
import { Dialog } from '../../parts/dialog/Dialog';
import { Button, buttonClass } from '../../parts/forms/Button';
import { History } from '../../parts/history/History';
import { Id } from '../../parts/ids/Id';
import { MandateSetup } from '../../parts/mandate-setup/MandateSetup';
import { formatMoney } from '../../parts/money/money';
import { Figure, Figures, Line, Page } from '../../parts/page/Page';
import { Empty, Shown } from '../../parts/page-state/PageState';
import { Status } from '../../parts/status/Status';
import { Day } from '../../parts/when/When';
import { words } from '../../words/en/customers';
import { ChangeCustomer, StateBalance } from './Acts';
import { PortalLinks } from './PortalLinks';
import { Instalments, Mandates, Orders, Payments, Receipts } from './Sections';

type Body = AnswerOf<'/api/customers/{id}'>;

/** A customer with all that is theirs. */
export function Customer() {
  const { id = '' } = useParams({ strict: false });
  const reading = useReading('/api/customers/{id}', { path: { id } });
  const { body } = reading;
  return (
    <Page
      title={body === undefined ? '' : (body.name ?? words.forgotten)}
      lead={body?.hasErrors === true && <Status shape="warning" tone="bad" words={words.hasErrors} />}
      actions={body === undefined || body.forgotten ? null : <Actions customer={body} />}
    >
      <Shown of={reading}>{(customer) => <Inside customer={customer} />}</Shown>
    </Page>
  );
}

type Act = 'change' | 'state' | 'setUp' | 'portal';

function Actions({ customer }: { readonly customer: Body }) {
  const { id } = customer;
  const keepsBooks = useKeepsBooks();
  const [open, setOpen] = useState<Act | null>(null);
  if (!keepsBooks) return null;
  const close = () => {
    setOpen(null);
  };
  return (
    <>
      {(['change', 'state', 'setUp', 'portal'] as const).map((name) => (
        <Button
          key={name}
          onClick={() => {
            setOpen(name);
          }}
        >
          {words[name]}
        </Button>
      ))}
      <Link to="/customers/$id/link" params={{ id }} className={buttonClass()}>
        {words.link}
      </Link>
      <Link to="/orders/new" search={{ customerId: id }} className={buttonClass({ look: 'main' })}>
        {words.newOrder}
      </Link>
      {open === 'change' && <ChangeCustomer id={id} known={customer} onClose={close} />}
      {open === 'state' && <StateBalance id={id} onClose={close} />}
      {open === 'portal' && <PortalLinks id={id} onClose={close} />}
      {open === 'setUp' && (
        <Dialog title={words.setUpTitle} onClose={close}>
          <MandateSetup customerId={id} />
        </Dialog>
      )}
    </>
  );
}

function Inside({ customer }: { readonly customer: Body }) {
  const { id, balances, hasUsableMandate, nextDueDate, mandates } = customer;
  return (
    <>
      <Line>
        {customer.company === null ? null : <bdi>{customer.company}</bdi>}
        {customer.email === null ? null : <bdi>{customer.email}</bdi>}
        {customer.reference === null ? null : `${words.reference} ${customer.reference}`}
        {customer.round === null ? null : `${words.round} ${customer.round}`}
        <Id id={id} />
      </Line>
      {customer.forgotten && <Empty>{words.forgottenText}</Empty>}
      <Figures>
        {balances.length === 0 ? (
          <Figure label={words.collectable} note={words.noBalance}>
            –
          </Figure>
        ) : (
          balances.map(({ currency, stated, collectable }) => (
            <Figure key={currency} label={words.collectable} note={`${words.stated} ${formatMoney(stated, currency)}`}>
              {formatMoney(collectable, currency)}
            </Figure>
          ))
        )}
        <Figure label={words.mandate}>
          {hasUsableMandate ? (
            <Status shape="full" tone="good" words={words.usable} />
          ) : (
            <Status shape="dash" tone="faint" words={words.notUsable} />
          )}
        </Figure>
        <Figure label={words.nextDue}>{nextDueDate === null ? '–' : <Day day={nextDueDate} />}</Figure>
      </Figures>
      <Mandates customerId={id} mandates={mandates} />
      <Orders customerId={id} />
      <Instalments customerId={id} />
      <Payments customerId={id} />
      <Receipts customerId={id} />
      <History of={{ customerId: id }} />
    </>
  );
}
