import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type SubmitEvent, useMemo, useRef, useState } from 'react';
import { useConnection } from '../../api/connections';
import { isPast, useViewpoint } from '../../api/moment';
import { useServiceNow } from '../../api/service-clock';
import { Button } from '../../parts/forms/Button';
import { TextField } from '../../parts/forms/Field';
import { Icon } from '../../parts/icon/Icon';
import { useShortcuts } from '../../parts/shortcuts/shortcuts';
import { momentInWords, readMoment } from '../../parts/when/typed-moment';
import { useZone } from '../../parts/when/When';
import { words } from '../../words/en/frame';
import styles from './Frame.module.css';
import { momentPresets } from './viewpoint';

type Clock = 'asOf' | 'effectiveAt';

/** From when the books are looked at. A moment is typed, because fields for days follow the browser's country. */
export function MomentSwitch() {
  const viewpoint = useViewpoint();
  const zone = useZone();
  const panel = useRef<HTMLDivElement>(null);
  const moment = viewpoint.asOf ?? viewpoint.effectiveAt;
  const shortcuts = useMemo(() => [{ keys: 't', does: words.openMoment, run: () => panel.current?.showPopover() }], []);
  useShortcuts(shortcuts);
  return (
    <>
      <button
        type="button"
        className={isPast(viewpoint) ? `${styles.pill ?? ''} ${styles.pastPill ?? ''}` : styles.pill}
        popoverTarget="moment"
        aria-keyshortcuts="t"
      >
        <Icon name="clock" />
        <span className={styles.pillWords}>{moment === undefined ? words.now : momentInWords(moment, zone)}</span>
      </button>
      <div ref={panel} id="moment" popover="auto" className={styles.panel} role="dialog" aria-label={words.lookFrom}>
        <MomentForm key={moment ?? ''} onDone={() => panel.current?.hidePopover()} />
      </div>
    </>
  );
}

function MomentForm({ onDone }: { readonly onDone: () => void }) {
  const viewpoint = useViewpoint();
  const zone = useZone();
  const now = useServiceNow();
  const connection = useConnection();
  const navigate = useNavigate();
  const takesEffectiveAt = useRouterState({
    select: ({ matches }) => matches.some(({ staticData }) => staticData.takesEffectiveAt === true),
  });
  const [clock, setClock] = useState<Clock>(viewpoint.effectiveAt === undefined ? 'asOf' : 'effectiveAt');
  const [typed, setTyped] = useState('');
  const read = readMoment(typed, zone);
  const isWrong = typed.trim() !== '' && (read === null || (clock === 'effectiveAt' && read.kind === 'position'));
  const look = (value: string | undefined) => {
    const cleared = { asOf: undefined, effectiveAt: undefined, cursor: undefined };
    void navigate({
      to: '.',
      search: (search) => ({ ...search, ...cleared, ...(value === undefined ? {} : { [clock]: value }) }),
    });
    onDone();
  };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (read !== null && !isWrong) look(read.value);
  };
  return (
    <form className={styles.moment} onSubmit={send}>
      <fieldset className={styles.clocks}>
        <legend className="spoken">{words.clock}</legend>
        <ClockChoice clock="asOf" chosen={clock} onChoose={setClock} label={words.knownBy} hint={words.knownByHint} />
        <ClockChoice
          clock="effectiveAt"
          chosen={clock}
          onChoose={setClock}
          label={words.trueOn}
          hint={takesEffectiveAt ? words.trueOnHint : words.trueOnNotHere}
          isOff={!takesEffectiveAt}
        />
      </fieldset>
      <TextField
        label={words.moment}
        hint={read === null || isWrong ? words.momentHint : words.understood(momentInWords(read.value, zone))}
        fault={isWrong ? words.momentUnknown : undefined}
        value={typed}
        maxLength={60}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
      />
      <Button type="submit" look="main" disabled={read === null || isWrong}>
        {words.look}
      </Button>
      <ul className={styles.presets}>
        {momentPresets(now(), zone, connection).map(({ label, day }) => (
          <li key={label}>
            <button
              type="button"
              onClick={() => {
                look(day);
              }}
            >
              {label}
              <span>{momentInWords(day, zone)}</span>
            </button>
          </li>
        ))}
        {isPast(viewpoint) && (
          <li>
            <button
              type="button"
              onClick={() => {
                look(undefined);
              }}
            >
              {words.backToNow}
            </button>
          </li>
        )}
      </ul>
    </form>
  );
}

function ClockChoice({
  clock,
  chosen,
  onChoose,
  label,
  hint,
  isOff = false,
}: {
  readonly clock: Clock;
  readonly chosen: Clock;
  readonly onChoose: (clock: Clock) => void;
  readonly label: string;
  readonly hint: string;
  readonly isOff?: boolean;
}) {
  return (
    <label className={styles.clock}>
      <input
        type="radio"
        name="clock"
        checked={chosen === clock}
        disabled={isOff}
        onChange={() => {
          onChoose(clock);
        }}
      />
      <span>
        {label}
        <small>{hint}</small>
      </span>
    </label>
  );
}
