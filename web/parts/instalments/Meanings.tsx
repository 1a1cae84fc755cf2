import { said } from '../../words/codes/said';
import { FLAG } from '../../words/codes/states';
import { words } from '../../words/en/instalments';
import { type Column } from '../data-table/columns';
import { DataTable } from '../data-table/DataTable';
import { Drawer } from '../dialog/Dialog';
import { Facts } from '../page/Page';
import { Tick } from '../status/Status';
import styles from './Instalments.module.css';
import { type Instalment, MATRIX, type Meaning, meaningOf, MEANINGS } from './meaning';

const columns: readonly Column<Meaning>[] = [
  { key: 'after', heading: words.after, cell: ({ after }) => <span className={styles.after}>{after}</span> },
  ...MATRIX.map((flag): Column<Meaning> => {
    const isBad = flag === 'hasErrors';
    return {
      key: flag,
      heading: FLAG[flag].label,
      align: 'center',
      cell: ({ flags }) => <Tick on={flags.includes(flag)} isBad={isBad} />,
    };
  }),
  { key: 'payment', heading: words.paymentFlags, cell: ({ payment }) => said({}, payment) },
  { key: 'message', heading: words.message, cell: ({ message }) => message },
];

/** The table of flags, with the row of an instalment marked. */
export function Meanings({ of, onClose }: { readonly of: Instalment; readonly onClose: () => void }) {
  const now = meaningOf(of);
  return (
    <Drawer title={words.meaningTitle} onClose={onClose} isWide>
      <p>{words.meaningText}</p>
      <DataTable
        label={words.meaningTitle}
        columns={columns}
        rows={MEANINGS}
        rowKey={({ key }) => key}
        marked={({ key }) => key === now}
      />
      <Facts facts={MATRIX.map((flag) => [FLAG[flag].label, FLAG[flag].meaning] as const)} />
    </Drawer>
  );
}
