import { type ReactNode } from 'react';
import styles from './Bulk.module.css';

/** What can be done with the rows that are chosen. */
export function BulkBar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>;
}
