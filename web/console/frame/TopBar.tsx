import { Link, useNavigate } from '@tanstack/react-router';
import { useConnection, useConnections } from '../../api/connections';
import { useViewpoint } from '../../api/moment';
import { Icon } from '../../parts/icon/Icon';
import { words } from '../../words/en/frame';
import styles from './Frame.module.css';
import { MomentSwitch } from './MomentSwitch';
import { Nav } from './Nav';
import { Person } from './Person';
import { SimulatedTime } from './SimulatedTime';

/** What stands above every screen: where one is, from when one looks, and who one is. */
export function TopBar({ onFind, onSignOut }: { readonly onFind: () => void; readonly onSignOut: () => void }) {
  return (
    <header className={styles.top}>
      <button type="button" className={styles.menuButton} popoverTarget="menu" aria-label={words.menu}>
        <Icon name="menu" />
      </button>
      <div id="menu" popover="auto" className={styles.sheet}>
        <Nav onGo={() => document.getElementById('menu')?.hidePopover()} />
      </div>
      <Link to="/" className={styles.product}>
        {words.product}
      </Link>
      <ConnectionChoice />
      <EnvironmentLabel />
      <button type="button" className={styles.find} onClick={onFind} aria-keyshortcuts="/">
        <Icon name="search" />
        <span className={styles.findWords}>{words.find}</span>
        <kbd>/</kbd>
      </button>
      <SimulatedTime />
      <MomentSwitch />
      <Person onSignOut={onSignOut} />
    </header>
  );
}

/** One connection or all. With only one there is nothing to choose. */
function ConnectionChoice() {
  const all = useConnections();
  const current = useConnection();
  const navigate = useNavigate();
  const { connectionId } = useViewpoint();
  if (all.length === 0) return null;
  if (all.length === 1) return <span className={styles.connection}>{current?.name}</span>;
  return (
    <select
      className={styles.choice}
      aria-label={words.connection}
      value={connectionId ?? ''}
      onChange={({ target }) => {
        const chosen = target.value === '' ? undefined : target.value;
        void navigate({ to: '.', search: (search) => ({ ...search, cursor: undefined, connectionId: chosen }) });
      }}
    >
      <option value="">{words.allConnections}</option>
      {all.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** No real money: said on every screen. */
function EnvironmentLabel() {
  const all = useConnections();
  const current = useConnection();
  const shown = current === null ? all : [current];
  const isSandbox = shown.length > 0 && shown.every(({ environment }) => environment === 'sandbox');
  return isSandbox ? <span className={styles.sandbox}>{words.sandbox}</span> : null;
}
