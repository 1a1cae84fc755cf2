import { useState } from 'react';
import { useKeepsBooks } from '../../api/session';
import { Button } from '../../parts/forms/Button';
import { valueOf } from '../../parts/filters/list-search';
import { List } from '../../parts/list/List';
import { useListSearch } from '../../parts/list/use-list-search';
import { Page } from '../../parts/page/Page';
import { words } from '../../words/en/incidents';
import { columns, filters, type Incident } from './columns';
import styles from './Incidents.module.css';
import { Resolve } from './Resolve';

const PRESETS = [
  { name: words.views.open, search: {} },
  { name: words.views.resolved, search: { resolved: 'true' } },
  { name: words.views.all, search: { resolved: ['true', 'false'] } },
];

/** What needs a person: those that are open, unless others are asked for. */
export function Incidents() {
  const [search, onSearch] = useListSearch();
  const keepsBooks = useKeepsBooks();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Incident>>(new Map());
  const [isResolving, setResolving] = useState(false);
  const fixed = valueOf(search, 'resolved') === undefined ? OPEN : NOTHING;
  const open = [...chosen.values()].filter(({ resolvedAt }) => resolvedAt === null);
  return (
    <Page title={words.title} fills>
      <List
        path="/api/incidents"
        summary="/api/incidents/summary"
        name="incidents"
        what={words.what}
        search={search}
        onSearch={onSearch}
        fixed={fixed}
        filters={filters}
        columns={columns}
        rowKey={({ id }) => id}
        empty={words.empty}
        presets={PRESETS}
        choice={keepsBooks ? { chosen, onChoose: setChosen } : undefined}
        actions={
          open.length > 0 && (
            <div className={styles.bulk}>
              <span>{words.chosen(open.length)}</span>
              <Button
                onClick={() => {
                  setResolving(true);
                }}
              >
                {words.resolve}
              </Button>
            </div>
          )
        }
        hasText
        asCards
      />
      {isResolving && (
        <Resolve
          incidents={open}
          onClose={() => {
            setResolving(false);
            setChosen(new Map());
          }}
        />
      )}
    </Page>
  );
}

const OPEN = { resolved: 'false' };
const NOTHING = {};
