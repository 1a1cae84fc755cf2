import { type KeyboardEvent, useId, useState } from 'react';
import { words } from '../../words/en/parts';
import { controlClass, Field } from '../forms/Field';
import { moved } from './active';
import styles from './Combobox.module.css';

export interface Option {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
}

interface ComboboxProps {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly options: readonly Option[];
  readonly isLooking: boolean;
  readonly onChoose: (option: Option) => void;
}

/** A field that finds: what is typed is looked up, and one of what is found is chosen, by mouse or by arrows and Enter. */
export function Combobox({ label, hint, fault, typed, onType, options, isLooking, onChoose }: ComboboxProps) {
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const choose = (option: Option) => {
    setOpen(false);
    setActive(-1);
    onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(moved(active, event.key === 'ArrowDown' ? 1 : -1, options.length));
    } else if (event.key === 'Enter' && isOpen) {
      const option = options[active];
      if (option === undefined) return;
      event.preventDefault();
      choose(option);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  const isShown = isOpen && typed.trim() !== '';
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(control) => (
        <div className={styles.combobox}>
          <input
            {...control}
            className={controlClass}
            role="combobox"
            type="text"
            autoComplete="off"
            aria-expanded={isShown}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={isShown && options[active] !== undefined ? `${list}-${String(active)}` : undefined}
            value={typed}
            maxLength={200}
            onChange={({ target }) => {
              onType(target.value);
              setOpen(true);
              setActive(-1);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setOpen(false);
            }}
          />
          <ul id={list} role="listbox" aria-label={label} className={styles.options} hidden={!isShown}>
            {options.map((option, index) => (
              <li
                key={option.id}
                id={`${list}-${String(index)}`}
                role="option"
                aria-selected={index === active}
                className={styles.option}
                // Before the field loses the focus, which would close the list.
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(option);
                }}
              >
                <span>{option.title}</span>
                {option.subtitle !== undefined && <span className={styles.subtitle}>{option.subtitle}</span>}
              </li>
            ))}
          </ul>
          <span role="status" className={isShown && options.length === 0 ? styles.nothing : 'spoken'}>
            {isShown && !isLooking && options.length === 0 ? words.noSuchChoice : ''}
          </span>
        </div>
      )}
    </Field>
  );
}
