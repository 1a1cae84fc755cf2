import { useSession } from '../../api/session';
import { Button } from '../../parts/forms/Button';
import { CheckField, ChoiceField } from '../../parts/forms/Field';
import { Icon } from '../../parts/icon/Icon';
import { usePreference } from '../../parts/preferences/preferences';
import { said } from '../../words/codes/said';
import { ROLE } from '../../words/codes/states';
import { words } from '../../words/en/frame';
import styles from './Frame.module.css';
import { readDensity, readTheme } from './appearance';

/** Who is signed in, and how they like the screens. */
export function Person({ onSignOut }: { readonly onSignOut: () => void }) {
  const { name, role } = useSession();
  const [theme, setTheme] = usePreference('theme', readTheme);
  const [density, setDensity] = usePreference('density', readDensity);
  const [shortcuts, setShortcuts] = usePreference('shortcuts', (kept) => kept !== false);
  return (
    <>
      <button type="button" className={styles.pill} popoverTarget="person">
        <Icon name="person" />
        <span className={styles.pillWords}>{words.signedInAs(name, said(ROLE, role))}</span>
      </button>
      <div id="person" popover="auto" className={styles.panel} role="dialog" aria-label={words.person}>
        <div className={styles.likes}>
          <p>{words.signedInAs(name, said(ROLE, role))}</p>
          <ChoiceField
            label={words.theme}
            choices={Object.entries(words.themes).map(([value, label]) => ({ value, label }))}
            value={theme}
            onChoose={(chosen) => {
              setTheme(readTheme(chosen));
            }}
          />
          <ChoiceField
            label={words.density}
            choices={Object.entries(words.densities).map(([value, label]) => ({ value, label }))}
            value={density}
            onChoose={(chosen) => {
              setDensity(readDensity(chosen));
            }}
          />
          <CheckField
            label={words.shortcutsOn}
            checked={shortcuts}
            onChange={({ target }) => {
              setShortcuts(target.checked);
            }}
          />
          <Button onClick={onSignOut}>{words.signOut}</Button>
        </div>
      </div>
    </>
  );
}
