import { useState } from 'react';
import { type ItemOf } from '../../api/addresses';
import { client } from '../../api/client';
import { type Wish } from '../../api/command';
import { useKeepsBooks } from '../../api/session';
import { BulkBar } from '../../parts/bulk/BulkBar';
import { BulkDrawer } from '../../parts/bulk/BulkDrawer';
import { type Column } from '../../parts/data-table/columns';
import { type Filter, optionsOf } from '../../parts/filters/filter';
import { Button } from '../../parts/forms/Button';
import { List } from '../../parts/list/List';
import { Opens } from '../../parts/list/Opens';
import { useListSearch } from '../../parts/list/use-list-search';
import { Page } from '../../parts/page/Page';
import { Empty } from '../../parts/page-state/PageState';
import { PROBLEM } from '../../words/codes/problems';
import { said } from '../../words/codes/said';
import { SUGGESTION } from '../../words/codes/states';
import { words } from '../../words/en/mandates';
import { Who } from './Who';

type Suggestion = ItemOf<'/api/mandates/suggestions'>;

const columns: readonly Column<Suggestion>[] = [
  {
    key: 'customer',
    heading: words.customer,
    cell: ({ customerId, customerName }) =>
      customerId === null ? (
        words.nobody
      ) : (
        <Opens to={`/customers/${customerId}`}>
          <bdi>{customerName ?? words.forgotten}</bdi>
        </Opens>
      ),
  },
  { key: 'mandate', heading: words.mandate, cell: ({ mandateId }) => mandateId ?? words.noSuchMandate },
  { key: 'reason', heading: words.reason, cell: ({ reason }) => said(SUGGESTION, reason) },
  {
    key: 'who',
    heading: '',
    isActs: true,
    cell: ({ mandateId }) => mandateId !== null && <Who mandateId={mandateId} />,
  },
];

const filters: readonly Filter[] = [
  { kind: 'choice', name: 'reason', label: words.reason, options: optionsOf(SUGGESTION) },
];

/** Who at GoCardless looks like whom here. Nothing is linked before somebody says so. */
export function Suggestions() {
  const keepsBooks = useKeepsBooks();
  return (
    <Page title={words.suggestionsTitle} fills>
      {keepsBooks ? <Inside /> : <Empty>{PROBLEM['forbidden']}</Empty>}
    </Page>
  );
}

function Inside() {
  const [search, onSearch] = useListSearch();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Suggestion>>(new Map());
  const [isLinking, setLinking] = useState(false);
  const able = [...chosen.values()].filter((one) => one.customerId !== null && one.mandateId !== null);
  return (
    <>
      <List
        path="/api/mandates/suggestions"
        summary="/api/mandates/suggestions/summary"
        name="suggestions"
        what={words.suggestionsWhat}
        search={search}
        onSearch={onSearch}
        filters={filters}
        columns={columns}
        rowKey={keyOf}
        empty={words.suggestionsEmpty}
        choice={{ chosen, onChoose: setChosen }}
        actions={
          chosen.size > 0 && (
            <BulkBar>
              <span>{words.chosen(chosen.size)}</span>
              <Button
                disabled={able.length === 0}
                onClick={() => {
                  setLinking(true);
                }}
              >
                {words.accept(able.length)}
              </Button>
            </BulkBar>
          )
        }
      />
      {isLinking && (
        <BulkDrawer
          title={words.accept(able.length)}
          text={words.acceptText}
          submit={words.accept(able.length)}
          items={able.map((one) => ({ id: keyOf(one), title: titleOf(one) }))}
          call={link}
          outcomeOf={() => null}
          onClose={() => {
            setLinking(false);
            setChosen(new Map());
          }}
        />
      )}
    </>
  );
}

function keyOf({ customerId, mandateId }: Suggestion): string {
  return `${customerId ?? ''} ${mandateId ?? ''}`;
}

function titleOf({ customerId, customerName, mandateId }: Suggestion) {
  return (
    <>
      <bdi>{customerName ?? customerId}</bdi> · {mandateId}
    </>
  );
}

function link(key: string, wish: Wish) {
  const [id = '', mandateId = ''] = key.split(' ');
  return client.POST('/api/customers/{id}/mandates', {
    params: { path: { id }, header: wish },
    body: { mandateId },
  });
}
