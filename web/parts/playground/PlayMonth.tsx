import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { words } from '../../words/en/playground';
import { Button } from '../forms/Button';
import { ProblemNote } from '../page-state/ProblemNote';
import { formatDay } from '../when/when';
import styles from './Playground.module.css';
import { type Simulator } from './simulator';

/** Fills a new installation with a month of business, and shows how it goes. */
export function PlayMonth({ simulator }: { readonly simulator: Simulator }) {
  const { month, mayPlayMonth } = simulator;
  const { state, send } = useCommand(play);
  useReadAnewAfter(month.state);
  if (month.state === 'playing') return <Playing month={month} />;
  return (
    <>
      {month.state === 'failed' && <p role="alert">{words.failed}</p>}
      {(state.kind === 'refused' || state.kind === 'unanswered') && <ProblemNote problem={state.problem} />}
      {mayPlayMonth && (
        <p>
          <Button look="main" disabled={state.kind === 'sending'} onClick={() => void send(null)}>
            {words.play}
          </Button>
        </p>
      )}
    </>
  );
}

function Playing({ month }: { readonly month: Simulator['month'] }) {
  const latest = month.told.slice(-6);
  return (
    <div className={styles.playing}>
      <label className={styles.progress}>
        {words.playing(month.day + 1, month.days)}
        <progress value={month.day} max={month.days} />
      </label>
      <ol className={styles.told}>
        {latest.map(({ date, text }, index) => (
          <li key={month.told.length - latest.length + index}>
            <span className={styles.day}>{formatDay(date)}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What the month has made is on every screen as soon as it is over. */
function useReadAnewAfter(state: Simulator['month']['state']): void {
  const queries = useQueryClient();
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'playing' && state !== 'playing') void queries.invalidateQueries();
    before.current = state;
  }, [queries, state]);
}

function play(_: null, wish: Wish) {
  return client.POST('/api/simulator/month', { params: { header: wish } });
}
