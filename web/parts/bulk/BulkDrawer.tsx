import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { PROBLEM } from '../../words/codes/problems';
import { words } from '../../words/en/bulk';
import { type Column } from '../data-table/columns';
import { DataTable } from '../data-table/DataTable';
import { Drawer } from '../dialog/Dialog';
import { Button } from '../forms/Button';
import { Status } from '../status/Status';
import { Bulk, type BulkCall, type RowState } from './bulk';
import styles from './Bulk.module.css';

export interface BulkItem {
  readonly id: string;
  readonly title: ReactNode;
}

interface BulkDrawerProps<Answer> {
  readonly title: string;
  /** What is asked before anything is done. */
  readonly text: string;
  readonly submit: string;
  readonly items: readonly BulkItem[];
  readonly call: BulkCall<Answer>;
  /** What an answer says of its row; null for plainly done. */
  readonly outcomeOf: (answer: Answer, id: string) => ReactNode;
  readonly onClose: () => void;
}

/** Work on many things: asked once, then carried out with a bar, what became of each, and a way to stop. */
export function BulkDrawer<Answer>(props: BulkDrawerProps<Answer>) {
  const { title, text, submit, items, call, outcomeOf, onClose } = props;
  const queries = useQueryClient();
  // What was chosen when it was opened stays, although the list goes on living below.
  const [chosen] = useState(items);
  const [states, setStates] = useState<ReadonlyMap<string, RowState<Answer>>>(new Map());
  const [isRunning, setRunning] = useState(false);
  const bulk = useMemo(
    () =>
      new Bulk(
        chosen.map(({ id }) => id),
        call,
        setStates,
      ),
    [chosen, call],
  );
  useEffect(() => {
    if (!isRunning) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [isRunning]);
  useEffect(
    () => () => {
      bulk.stop();
    },
    [bulk],
  );
  const run = () => {
    setRunning(true);
    void bulk.run().then(() => {
      setRunning(false);
      void queries.invalidateQueries();
    });
  };
  const of = chosen.length;
  const kinds = [...states.values()].map(({ kind }) => kind);
  const over = kinds.filter((kind) => kind === 'done' || kind === 'refused').length;
  const isBegun = states.size > 0;
  const columns: readonly Column<BulkItem>[] = [
    { key: 'title', heading: words.thing, cell: ({ title: what }) => what },
    {
      key: 'outcome',
      heading: words.outcome,
      cell: ({ id }) => <Outcome state={states.get(id)} outcomeOf={(answer) => outcomeOf(answer, id)} />,
    },
  ];
  return (
    <Drawer title={title} onClose={onClose} isWide>
      {isBegun ? (
        <div className={styles.progress}>
          <progress value={over} max={of} aria-label={words.progress(over, of)} />
          <span role="status">{words.progress(over, of)}</span>
        </div>
      ) : (
        <p>{text}</p>
      )}
      {isBegun && !isRunning && over < of && <p>{words.stopped(of - over)}</p>}
      <div className={styles.buttons}>
        {isRunning ? (
          <Button
            onClick={() => {
              bulk.stop();
            }}
          >
            {words.stop}
          </Button>
        ) : (
          <>
            {over < of && (
              <Button look="main" onClick={run}>
                {isBegun ? words.goOn : submit}
              </Button>
            )}
            <Button onClick={onClose}>{words.close}</Button>
          </>
        )}
      </div>
      <DataTable label={words.outcomes} columns={columns} rows={chosen} rowKey={({ id }) => id} />
    </Drawer>
  );
}

function Outcome<Answer>({
  state,
  outcomeOf,
}: {
  readonly state: RowState<Answer> | undefined;
  readonly outcomeOf: (answer: Answer) => ReactNode;
}) {
  if (state === undefined || state.kind === 'waiting')
    return <Status shape="ring" tone="faint" words={words.waiting} />;
  switch (state.kind) {
    case 'running':
      return <Status shape="half" tone="info" words={words.running} />;
    case 'done':
      return outcomeOf(state.answer) ?? <Status shape="full" tone="good" words={words.done} />;
    case 'unanswered':
      return <Status shape="warning" tone="warn" words={words.unanswered} />;
    case 'refused': {
      const { code, detail } = state.problem;
      return <Status shape="cross" tone="bad" words={PROBLEM[code] ?? detail} />;
    }
  }
}
