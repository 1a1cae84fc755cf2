import { useState } from 'react';
import { type CommandState } from '../../api/command';
import { useServiceNow } from '../../api/service-clock';
import { ChoiceField, TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { textOf } from '../../parts/forms/faults';
import { dayIn, formatDay, placeOf } from '../../parts/when/when';
import { words } from '../../words/en/setup';
import { type Draft } from './draft';

const IDLE: CommandState<never> = { kind: 'idle' };
const ZONES = [...new Set(['Europe/London', 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));

export function BooksStep({
  draft,
  onDone,
  onBack,
}: {
  readonly draft: Draft;
  readonly onDone: (known: Partial<Draft>) => void;
  readonly onBack: () => void;
}) {
  const now = useServiceNow();
  const [timeZone, setTimeZone] = useState(draft.timeZone);
  const [booksFrom, setBooksFrom] = useState(draft.booksFrom || dayIn(new Date(now()).toISOString(), timeZone));
  return (
    <>
      <h2>{words.booksTitle}</h2>
      <Form
        state={IDLE}
        submit={words.next}
        cancel={words.back}
        onCancel={onBack}
        onSend={(fields) => {
          onDone({ name: textOf(fields, 'name'), booksFrom, timeZone });
        }}
      >
        <TextField
          label={words.name}
          hint={words.nameHint}
          name="name"
          required
          maxLength={200}
          defaultValue={draft.name}
        />
        <TextField
          label={words.booksFrom}
          name="booksFrom"
          type="date"
          required
          value={booksFrom}
          onChange={({ target }) => {
            setBooksFrom(target.value);
          }}
        />
        <ChoiceField label={words.timeZone} choices={ZONES} value={timeZone} onChoose={setTimeZone} />
        <p>{words.series}</p>
        <p>
          <strong>{words.fixed}</strong> {booksFrom !== '' && words.effect(formatDay(booksFrom), placeOf(timeZone))}
        </p>
      </Form>
    </>
  );
}
