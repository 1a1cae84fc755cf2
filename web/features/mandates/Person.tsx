import { type Shapes } from '../../api/addresses';
import { words } from '../../words/en/mandates';
import styles from './Mandates.module.css';

export type Found = Shapes['FoundCustomerFields'];

/** A customer as GoCardless knows them: enough to tell two people apart. */
export function Person({
  of: { name, company, email, bankName, accountNumberEnding, ...ids },
}: {
  readonly of: Found;
}) {
  const bank = accountNumberEnding === null ? bankName : words.bankEnding(bankName ?? '', accountNumberEnding);
  const more = [email, bank, ids.gocardlessCustomerId].filter((part) => part !== null && part !== '');
  return (
    <div className={styles.person}>
      <strong>
        <bdi>{name ?? company ?? words.noName}</bdi>
      </strong>
      {name !== null && company !== null && <bdi>{company}</bdi>}
      <span className={styles.more}>{more.join(' · ')}</span>
    </div>
  );
}
