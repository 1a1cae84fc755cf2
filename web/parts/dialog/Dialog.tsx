import { type ReactNode, useEffect, useId, useRef } from 'react';
import { words } from '../../words/en/parts';
import { Icon } from '../icon/Icon';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Over the page; Escape closes it, and what had the focus before gets it back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  return (
    <Modal title={title} onClose={onClose} className={styles.dialog}>
      {children}
    </Modal>
  );
}

/** At the side, from the top to the bottom. */
export function Drawer({ title, onClose, isWide = false, children }: DialogProps & { readonly isWide?: boolean }) {
  const className = [styles.drawer, isWide ? styles.wide : null].filter(Boolean).join(' ');
  return (
    <Modal title={title} onClose={onClose} className={className}>
      {children}
    </Modal>
  );
}

function Modal({ title, onClose, className, children }: DialogProps & { readonly className: string | undefined }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" className={styles.close} onClick={onClose} aria-label={words.close}>
            <Icon name="cross" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
