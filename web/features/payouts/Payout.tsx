import { useParams } from '@tanstack/react-router';
import { type AnswerOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { Waterfall } from '../../parts/charts/Waterfall';
import { Button } from '../../parts/forms/Button';
import { Id } from '../../parts/ids/Id';
import { formatFraction, formatMoney } from '../../parts/money/money';
import { Beside, Card, Page } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { itemsMatchView, payoutView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';
import { Day } from '../../parts/when/When';
import { said } from '../../words/codes/said';
import { ITEMS_STATE } from '../../words/codes/states';
import { words } from '../../words/en/payouts';
import { Booked } from './Booked';
import { Items } from './Items';
import { madeOf } from './made-of';
import styles from './Payout.module.css';

type Body = AnswerOf<'/api/payouts/{id}'>;

/** A payout against the documents that explain it, item by item. */
export function Payout() {
  const { id = '' } = useParams({ strict: false });
  const reading = useReading('/api/payouts/{id}', { path: { id } });
  const { body } = reading;
  return (
    <Page
      title={words.one(body?.reference ?? id)}
      lead={body === undefined ? null : <Lead payout={body} />}
      actions={
        <Button
          icon="printer"
          onClick={() => {
            globalThis.print();
          }}
        >
          {words.print}
        </Button>
      }
    >
      <Shown of={reading}>{(payout) => <Inside payout={payout} />}</Shown>
    </Page>
  );
}

function Lead({ payout: { status, items, itemsState, unmatched } }: { readonly payout: Body }) {
  return (
    <>
      <Status {...payoutView(status)} />
      <Status {...itemsMatchView(itemsState === 'listed' ? items.length : null, unmatched)} />
    </>
  );
}

function Inside({ payout }: { readonly payout: Body }) {
  const { currency, amount, fx, difference, documentId } = payout;
  const code = currency ?? 'GBP';
  const steps = madeOf(payout);
  return (
    <>
      <p className={styles.statement}>
        {words.arrival} <Day day={payout.arrivalDate} /> · {words.onTheStatement}:{' '}
        <strong>{fx?.amount == null ? formatMoney(amount ?? 0, code) : formatMoney(fx.amount, fx.currency)}</strong>
        {payout.reference !== null && <>, “{payout.reference}”</>}
        {documentId !== null && (
          <>
            {' '}
            · {words.bookedAs} <Id id={documentId} />
          </>
        )}
      </p>
      {difference !== null && (
        <p className={styles.odd} role="status">
          {words.difference(`${formatFraction(difference, code)} ${code}`)}
        </p>
      )}
      {payout.itemsState !== 'listed' && <p className={styles.odd}>{said(ITEMS_STATE, payout.itemsState)}</p>}
      <Beside>
        <Items payout={payout} currency={code} />
        <div className={styles.side}>
          {steps !== null && (
            <Card title={words.made}>
              <Waterfall label={words.made} steps={steps} currency={code} />
              {payout.feesTax !== null && payout.feesTax !== 0 && (
                <p className={styles.quiet}>{words.taxWithin(formatMoney(payout.feesTax, code))}</p>
              )}
            </Card>
          )}
          {fx !== null && (
            <Card title={words.converted}>
              <p>
                {fx.amount === null
                  ? words.rateUnknown(fx.currency)
                  : words.rate(formatMoney(amount ?? 0, code), formatMoney(fx.amount, fx.currency))}
              </p>
            </Card>
          )}
          <Booked payoutId={payout.id} />
        </div>
      </Beside>
    </>
  );
}
