import { type SubmitEvent, useId, useRef } from 'react';
import { words } from '../../words/en/parts';
import { type ListSearch } from '../filters/list-search';
import { Button } from '../forms/Button';
import { controlClass } from '../forms/Field';
import { Icon } from '../icon/Icon';
import { usePreference } from '../preferences/preferences';
import styles from './List.module.css';
import { readViews, type SavedView, withView, withoutView } from './saved-views';

/** A view that the product brings along. */
export interface Preset {
  readonly name: string;
  readonly search: ListSearch;
}

/** Filters under a name: those that the list brings along, and the reader's own. What was searched for is not kept: it may be a name. */
export function Views({
  name,
  search,
  onSearch,
  presets,
}: {
  readonly name: string;
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
  readonly presets: readonly Preset[];
}) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [views, setViews] = usePreference(`views.${name}`, readViews);
  const open = (view: SavedView | Preset) => {
    onSearch(view.search);
    panel.current?.hidePopover();
  };
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('name');
    if (typeof typed === 'string' && typed.trim() !== '') setViews(withView(views, typed.trim(), search));
    event.currentTarget.reset();
  };
  return (
    <>
      <Button popoverTarget={id}>{words.views}</Button>
      <div ref={panel} id={id} popover="auto" className={styles.panel}>
        <ul className={styles.views}>
          {presets.map((preset) => (
            <li key={preset.name}>
              <button
                type="button"
                onClick={() => {
                  open(preset);
                }}
              >
                {preset.name}
              </button>
            </li>
          ))}
          {views.map((view) => (
            <li key={view.name}>
              <button
                type="button"
                onClick={() => {
                  open(view);
                }}
              >
                {view.name}
              </button>
              <button
                type="button"
                className={styles.remove}
                aria-label={words.removeView(view.name)}
                onClick={() => {
                  setViews(withoutView(views, view.name));
                }}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
        <form className={styles.save} onSubmit={save}>
          <input
            className={controlClass}
            name="name"
            aria-label={words.viewName}
            placeholder={words.viewName}
            maxLength={40}
            required
          />
          <Button type="submit">{words.saveView}</Button>
        </form>
      </div>
    </>
  );
}
