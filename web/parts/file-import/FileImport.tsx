import { type ReactNode, useEffect, useState } from 'react';
import { useCommand, type Wish } from '../../api/command';
import { type Problem } from '../../api/problem';
import { words } from '../../words/en/file-import';
import { type Column } from '../data-table/columns';
import { DataTable } from '../data-table/DataTable';
import { Button } from '../forms/Button';
import { TextField } from '../forms/Field';
import { Form } from '../forms/Form';
import { ProblemNote } from '../page-state/ProblemNote';
import { Wizard } from '../wizard/Wizard';

export type ImportCall<Answer> = (
  file: File,
  dryRun: boolean,
  wish: Wish | undefined,
) => Promise<{ readonly data?: Answer }>;

interface FileImportProps<Answer> {
  /** What the file may have, and where one comes from. */
  readonly children: ReactNode;
  readonly call: ImportCall<Answer>;
  /** Whether there is anything to take over. */
  readonly doesSomething: (answer: Answer) => boolean;
  /** What would come of it, or what came. */
  readonly shown: (answer: Answer, isDone: boolean) => ReactNode;
  /** Where to go on when it is done. */
  readonly onward: ReactNode;
}

/** A file in three steps: chosen, checked without changing anything, taken over. */
export function FileImport<Answer>(props: FileImportProps<Answer>) {
  const { call, doesSomething, shown, onward } = props;
  const [file, setFile] = useState<File | null>(null);
  const check = useCommand((one: File) => call(one, true, undefined), undefined, { isQuestion: true });
  const take = useCommand((one: File, wish: Wish) => call(one, false, wish));
  useAskBeforeLeaving(take.state.kind === 'sending' || take.state.kind === 'unanswered');
  const again = () => {
    setFile(null);
    check.reset();
    take.reset();
  };
  if (take.state.kind === 'done') {
    return (
      <Wizard steps={words.steps} step={2} isWide>
        <div role="status">{shown(take.state.answer, true)}</div>
        <div>{onward}</div>
      </Wizard>
    );
  }
  if (check.state.kind === 'done') {
    const { answer } = check.state;
    const isUseful = doesSomething(answer);
    return (
      <Wizard steps={words.steps} step={1} isWide>
        {isUseful ? <p>{words.checkedNote}</p> : <p>{words.nothing}</p>}
        {shown(answer, false)}
        <Form
          state={take.state}
          submit={words.takeOver}
          isUnable={!isUseful}
          onSend={() => {
            if (file !== null) void take.send(file);
          }}
        >
          <div>
            <Button icon="left" onClick={again}>
              {words.another}
            </Button>
          </div>
        </Form>
      </Wizard>
    );
  }
  if (check.state.kind === 'refused') {
    return (
      <Wizard steps={words.steps} step={1} isWide>
        <Faults problem={check.state.problem} />
        <div>
          <Button icon="left" onClick={again}>
            {words.another}
          </Button>
        </div>
      </Wizard>
    );
  }
  return (
    <Wizard steps={words.steps} step={0} isWide>
      {props.children}
      <Form
        state={check.state}
        submit={words.check}
        onSend={(fields) => {
          const chosen = fields.get('file');
          if (!(chosen instanceof File) || chosen.name === '') return;
          setFile(chosen);
          void check.send(chosen);
        }}
      >
        <TextField
          label={words.file}
          name="file"
          type="file"
          required
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
      </Form>
    </Wizard>
  );
}

interface LineFault {
  readonly line: number | null;
  readonly field: string;
  readonly message: string;
}

const faultColumns: readonly Column<LineFault>[] = [
  { key: 'line', heading: words.line, align: 'end', cell: ({ line }) => line },
  { key: 'column', heading: words.column, cell: ({ field }) => field },
  { key: 'fault', heading: words.fault, cell: ({ message }) => message },
];

/** What is wrong, by line and column. */
function Faults({ problem }: { readonly problem: Problem }) {
  // The errors of a file have the line beside what every error has.
  const faults = problem.errors.map((one) => ({
    ...one,
    line: 'line' in one && typeof one.line === 'number' ? one.line : null,
  }));
  if (faults.length === 0) return <ProblemNote problem={problem} />;
  return (
    <>
      <p role="alert">{words.wrong}</p>
      <p>{problem.detail}</p>
      <DataTable
        label={words.fault}
        columns={faultColumns}
        rows={faults}
        rowKey={(fault) => String(faults.indexOf(fault))}
      />
    </>
  );
}

/** A form with one file, as the addresses of imports take it. */
export function formOf(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}

function useAskBeforeLeaving(isAsked: boolean): void {
  useEffect(() => {
    if (!isAsked) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [isAsked]);
}
