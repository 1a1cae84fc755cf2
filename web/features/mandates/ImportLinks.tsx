import { Link } from '@tanstack/react-router';
import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useKeepsBooks } from '../../api/session';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { FileImport, formOf, type ImportCall } from '../../parts/file-import/FileImport';
import { buttonClass } from '../../parts/forms/Button';
import { Id } from '../../parts/ids/Id';
import { Facts, Page } from '../../parts/page/Page';
import { Empty } from '../../parts/page-state/PageState';
import { PROBLEM } from '../../words/codes/problems';
import { LINK_OUTCOME } from '../../words/codes/states';
import { words } from '../../words/en/mandates';

type Answer = Shapes['LinkImport'];
type Outcome = keyof Answer['counts'];

/** Links the customers of a file, line by line. */
export function ImportLinks() {
  const keepsBooks = useKeepsBooks();
  return (
    <Page title={words.importTitle}>
      {keepsBooks ? (
        <FileImport
          call={send}
          doesSomething={({ counts }) => counts.linked > 0}
          shown={(answer) => <Outcomes of={answer} />}
          onward={
            <Link to="/mandates" className={buttonClass({ look: 'main' })}>
              {words.toMandates}
            </Link>
          }
        >
          <p>{words.importText}</p>
        </FileImport>
      ) : (
        <Empty>{PROBLEM['forbidden']}</Empty>
      )}
    </Page>
  );
}

const send: ImportCall<Answer> = (file, dryRun, wish) =>
  client.POST('/api/mandates/link-imports', {
    params: { query: { dryRun }, ...(wish === undefined ? {} : { header: wish }) },
    body: {},
    bodySerializer: () => formOf(file),
  });

const columns: readonly Column<Answer['items'][number]>[] = [
  { key: 'line', heading: words.line, align: 'end', cell: ({ line }) => line },
  {
    key: 'customer',
    heading: words.customer,
    cell: ({ customerId }) => (
      <Link to="/customers/$id" params={{ id: customerId }}>
        {customerId}
      </Link>
    ),
  },
  { key: 'outcome', heading: words.outcome, cell: ({ outcome }) => LINK_OUTCOME[outcome] },
  { key: 'mandate', heading: words.mandate, cell: ({ mandateId }) => <Id id={mandateId} /> },
  {
    key: 'cure',
    heading: '',
    cell: ({ outcome, customerId }) =>
      outcome === 'linked' || outcome === 'already_linked' || outcome === 'duplicate' ? null : (
        <Link to="/customers/$id/link" params={{ id: customerId }}>
          {words.choose}
        </Link>
      ),
  },
];

function Outcomes({ of: { counts, items } }: { readonly of: Answer }) {
  // The keys of the counts are the outcomes.
  const outcomes = Object.keys(LINK_OUTCOME) as readonly Outcome[];
  return (
    <>
      <Facts
        facts={outcomes
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => [LINK_OUTCOME[outcome], counts[outcome]] as const)}
      />
      <DataTable label={words.counts} columns={columns} rows={items} rowKey={({ line }) => String(line)} />
    </>
  );
}
