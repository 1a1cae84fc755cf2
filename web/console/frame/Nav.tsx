import { Link } from '@tanstack/react-router';
import { words } from '../../words/en/frame';
import styles from './Frame.module.css';
import { SCREEN_GROUPS } from './screens';

/** The screens by group; the one that is open is marked. */
export function Nav({ onGo }: { readonly onGo?: () => void }) {
  return (
    <nav className={styles.nav} aria-label={words.navigation}>
      {SCREEN_GROUPS.map(({ label, screens }) => (
        <div key={screens[0]?.to}>
          {label !== null && <p className={styles.group}>{label}</p>}
          <ul className={styles.screens}>
            {screens.map((screen) => (
              <li key={screen.to}>
                <Link to={screen.to} activeOptions={{ exact: screen.to === '/', includeSearch: false }} onClick={onGo}>
                  {screen.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
