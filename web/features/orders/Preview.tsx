import { type Shapes } from '../../api/addresses';
import { type CommandState } from '../../api/command';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Button } from '../../parts/forms/Button';
import { Form } from '../../parts/forms/Form';
import { formatMoney } from '../../parts/money/money';
import { Money } from '../../parts/money/Money';
import { Card } from '../../parts/page/Page';
import { Status } from '../../parts/status/Status';
import { formatDay } from '../../parts/when/when';
import { Day } from '../../parts/when/When';
import { ORDER_WARNING } from '../../words/codes/states';
import { words } from '../../words/en/orders';
import { type Customer } from './ChooseCustomer';

type Order = Shapes['PlaceSalesOrderBody'];
type Plan = Shapes['SalesOrderPreview'];
type Instalment = Plan['scheduledPayments'][number];

/** The plan as the service made it: instalments by lines, with the tax of each. */
export function Preview({
  order,
  plan,
  customer,
  state,
  onPlace,
  onEdit,
}: {
  readonly order: Order;
  readonly plan: Plan;
  readonly customer: Customer | undefined;
  readonly state: CommandState<unknown>;
  readonly onPlace: () => void;
  readonly onEdit: () => void;
}) {
  const { currency, lines } = order;
  const { scheduledPayments } = plan;
  return (
    <Card title={words.thePlan}>
      <p>
        <strong>
          <bdi>{customer?.name ?? ''}</bdi>
        </strong>{' '}
        · {words.planTotal} <strong>{formatMoney(plan.planTotal, currency)}</strong>
      </p>
      {plan.warnings.map(({ code }) => (
        <p key={code}>
          <Status shape="warning" tone="warn" words={ORDER_WARNING[code]} />
        </p>
      ))}
      <DataTable
        label={words.thePlan}
        columns={[
          { key: 'due', heading: words.due, cell: dueOf },
          {
            key: 'amount',
            heading: `${words.amount} (${currency})`,
            align: 'end',
            cell: ({ amount }) => <Money amount={amount} currency={currency} />,
          },
          ...lines.flatMap(({ item }, line) => columnsOfLine(item, line, currency)),
        ]}
        rows={scheduledPayments}
        rowKey={(one) => String(scheduledPayments.indexOf(one))}
      />
      <Form state={state} submit={words.place} onSend={onPlace}>
        <div>
          <Button onClick={onEdit}>{words.edit}</Button>
        </div>
      </Form>
    </Card>
  );
}

function dueOf({ dueDate, movedTo }: Instalment) {
  return (
    <>
      <Day day={dueDate} />
      {movedTo !== undefined && <> · {words.movedTo(formatDay(movedTo))}</>}
    </>
  );
}

function columnsOfLine(item: string, line: number, currency: string): readonly Column<Instalment>[] {
  const share = ({ shares }: Instalment) => shares.find((one) => one.line === line);
  return [
    {
      key: `amount-${String(line)}`,
      heading: words.ofLine(item),
      align: 'end',
      cell: (instalment) => <Money amount={share(instalment)?.amount} currency={currency} />,
    },
    {
      key: `tax-${String(line)}`,
      heading: words.taxOf(item),
      align: 'end',
      cell: (instalment) => <Money amount={share(instalment)?.tax} currency={currency} />,
    },
  ];
}
