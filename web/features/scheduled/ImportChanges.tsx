import { Link } from '@tanstack/react-router';
import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useKeepsBooks } from '../../api/session';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { FileImport, formOf, type ImportCall } from '../../parts/file-import/FileImport';
import { buttonClass } from '../../parts/forms/Button';
import { Id } from '../../parts/ids/Id';
import { Money } from '../../parts/money/Money';
import { Page } from '../../parts/page/Page';
import { Empty } from '../../parts/page-state/PageState';
import { Day } from '../../parts/when/When';
import { PROBLEM } from '../../words/codes/problems';
import { words } from '../../words/en/scheduled';

type Answer = Shapes['ImportedChanges'];

/** Dates, amounts and mandates of waiting instalments by a file. */
export function ImportChanges() {
  const keepsBooks = useKeepsBooks();
  return (
    <Page title={words.importTitle}>
      {keepsBooks ? (
        <FileImport
          call={send}
          doesSomething={({ changed }) => changed.length > 0}
          shown={(answer, isDone) => <Changes of={answer} isDone={isDone} />}
          onward={
            <Link to="/scheduled" className={buttonClass({ look: 'main' })}>
              {words.toScheduled}
            </Link>
          }
        >
          <p>{words.importText}</p>
          <p>{words.importList}</p>
          <div>
            <a
              className={buttonClass()}
              href="/api/scheduled-payments?isProcessed=false&isCancelled=false&sort=dueDate&format=xlsx"
            >
              {words.importDownload}
            </a>
          </div>
        </FileImport>
      ) : (
        <Empty>{PROBLEM['forbidden']}</Empty>
      )}
    </Page>
  );
}

const send: ImportCall<Answer> = (file, dryRun, wish) =>
  client.POST('/api/scheduled-payments/import', {
    params: { query: { dryRun }, ...(wish === undefined ? {} : { header: wish }) },
    body: {},
    bodySerializer: () => formOf(file),
  });

const columns: readonly Column<Answer['changed'][number]>[] = [
  { key: 'id', heading: words.instalment, cell: ({ id }) => <Id id={id} /> },
  { key: 'due', heading: words.due, cell: ({ dueDate }) => <Day day={dueDate} /> },
  {
    key: 'from',
    heading: words.amountFrom,
    align: 'end',
    cell: ({ amountFrom, currency }) => <Money amount={amountFrom} currency={currency} withCurrency />,
  },
  {
    key: 'to',
    heading: words.amountTo,
    align: 'end',
    cell: ({ amountTo, currency }) => <Money amount={amountTo} currency={currency} withCurrency />,
  },
];

const notChangedColumns: readonly Column<Answer['notChanged'][number]>[] = [
  { key: 'order', heading: words.order, cell: ({ salesOrderId }) => <Id id={salesOrderId} /> },
  { key: 'why', heading: words.reason, cell: ({ code, detail }) => PROBLEM[code] ?? detail },
];

function Changes({ of: { changed, notChanged }, isDone }: { readonly of: Answer; readonly isDone: boolean }) {
  return (
    <>
      <p>{isDone ? words.changed(changed.length) : words.wouldChange(changed.length)}</p>
      {notChanged.length > 0 && (
        <>
          <p role="alert">{words.notChanged(notChanged.length)}</p>
          <DataTable
            label={words.notChanged(notChanged.length)}
            columns={notChangedColumns}
            rows={notChanged}
            rowKey={({ salesOrderId }) => salesOrderId}
          />
        </>
      )}
      {changed.length > 0 && <DataTable label={words.title} columns={columns} rows={changed} rowKey={({ id }) => id} />}
    </>
  );
}
