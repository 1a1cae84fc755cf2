import { useId } from 'react';
import { words } from '../../words/en/parts';
import { type Column, shownColumns, toggledColumn } from '../data-table/columns';
import { Button } from '../forms/Button';
import { CheckField } from '../forms/Field';
import styles from './List.module.css';

export function ColumnChooser<Row>({
  columns,
  chosen,
  onChoose,
}: {
  readonly columns: readonly Column<Row>[];
  readonly chosen: readonly string[] | null;
  readonly onChoose: (chosen: readonly string[] | null) => void;
}) {
  const id = useId();
  const shown = shownColumns(columns, chosen).map(({ key }) => key);
  return (
    <>
      <Button icon="columns" popoverTarget={id}>
        {words.columns}
      </Button>
      <div id={id} popover="auto" className={styles.panel}>
        {columns.map(({ key, heading }) => (
          <CheckField
            key={key}
            label={heading}
            checked={shown.includes(key)}
            onChange={() => {
              onChoose(toggledColumn(columns, chosen, key));
            }}
          />
        ))}
      </div>
    </>
  );
}
