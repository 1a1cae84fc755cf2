import styles from './ShownLink.module.css';

/** A link that is to be sent to somebody: marked as a whole when it gets the focus, so that it is copied at once. */
export function ShownLink({ label, url }: { readonly label: string; readonly url: string }) {
  return (
    <input
      className={styles.link}
      readOnly
      aria-label={label}
      value={url}
      onFocus={({ target }) => {
        target.select();
      }}
    />
  );
}
