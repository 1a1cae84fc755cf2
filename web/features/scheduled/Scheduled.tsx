import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useServiceNow } from '../../api/service-clock';
import { useKeepsBooks } from '../../api/session';
import { Button, buttonClass } from '../../parts/forms/Button';
import { type Instalment } from '../../parts/instalments/meaning';
import { List } from '../../parts/list/List';
import { useListSearch } from '../../parts/list/use-list-search';
import { Page } from '../../parts/page/Page';
import { addDays, dayIn } from '../../parts/when/when';
import { useZone } from '../../parts/when/When';
import { words } from '../../words/en/scheduled';
import { BulkActs } from './BulkActs';
import { columns, filters } from './columns';
import { RunScheduler } from './RunScheduler';

/** The instalments of all orders. */
export function Scheduled() {
  const [search, onSearch] = useListSearch();
  const keepsBooks = useKeepsBooks();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Instalment>>(new Map());
  const [isRunning, setRunning] = useState(false);
  const presets = usePresets();
  return (
    <Page
      title={words.title}
      fills
      actions={
        keepsBooks && (
          <>
            <Button
              onClick={() => {
                setRunning(true);
              }}
            >
              {words.run}
            </Button>
            <Link to="/scheduled/import" className={buttonClass()}>
              {words.importChanges}
            </Link>
            <Link to="/orders/new" className={buttonClass({ look: 'main' })}>
              {words.newOrder}
            </Link>
          </>
        )
      }
    >
      <List
        path="/api/scheduled-payments"
        summary="/api/scheduled-payments/summary"
        name="scheduled"
        what={words.what}
        search={search}
        onSearch={onSearch}
        filters={filters}
        columns={columns}
        rowKey={({ id }) => id}
        empty={words.empty}
        presets={presets}
        hasText
        asCards
        choice={keepsBooks ? { chosen, onChoose: setChosen } : undefined}
        actions={
          chosen.size > 0 && (
            <BulkActs
              chosen={[...chosen.values()]}
              onDone={() => {
                setChosen(new Map());
              }}
            />
          )
        }
      />
      {isRunning && (
        <RunScheduler
          onClose={() => {
            setRunning(false);
          }}
        />
      )}
    </Page>
  );
}

function usePresets() {
  const now = useServiceNow();
  const zone = useZone();
  const today = dayIn(new Date(now()).toISOString(), zone);
  const { views } = words;
  return [
    {
      name: views.due,
      search: {
        dueDateTo: addDays(today, 10),
        isProcessed: 'false',
        isCancelled: 'false',
        sort: 'dueDate',
        order: 'asc',
      },
    },
    { name: views.noMandate, search: { waitsForMandate: 'true' } },
    { name: views.errors, search: { hasErrors: 'true' } },
    { name: views.sentToday, search: { sentAtFrom: today, sentAtTo: today } },
  ];
}
