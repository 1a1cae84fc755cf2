import { type SubmitEvent, type ReactNode, useId, useRef, useState } from 'react';
import { words } from '../../words/en/parts';
import { Button } from '../forms/Button';
import { CheckField, controlClass } from '../forms/Field';
import { Icon } from '../icon/Icon';
import { decimalOf } from '../money/money';
import { chipOf, type Filter, withChosen, withoutFilter } from './filter';
import styles from './FilterBar.module.css';
import { type ListSearch, valueOf, valuesOf, withFilter } from './list-search';

interface FilterBarProps {
  /** `payments`: what is searched. */
  readonly what: string;
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
  readonly filters: readonly Filter[];
  readonly hasText: boolean;
  /** Sums, columns, spreadsheet. */
  readonly children?: ReactNode;
}

/** What a list is narrowed by: a field to type in, a chip for each filter that is set, and a way to set another. */
export function FilterBar({ what, search, onSearch, filters, hasText, children }: FilterBarProps) {
  return (
    <div className={styles.bar} role="search">
      {hasText && <SearchField key={valueOf(search, 'q') ?? ''} what={what} search={search} onSearch={onSearch} />}
      {filters.map((filter) => {
        const chip = chipOf(filter, search);
        return chip === null ? null : (
          <FilterPopover key={filter.name} filter={filter} search={search} onSearch={onSearch} chip={chip} />
        );
      })}
      <AddFilter filters={filters} search={search} onSearch={onSearch} />
      {children}
    </div>
  );
}

function SearchField({ what, search, onSearch }: Pick<FilterBarProps, 'what' | 'search' | 'onSearch'>) {
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('q');
    const text = typeof typed === 'string' ? typed.trim() : '';
    onSearch(withFilter(search, 'q', text === '' ? [] : [text]));
  };
  return (
    <form className={styles.search} onSubmit={send}>
      <Icon name="search" />
      <input
        className={controlClass}
        type="search"
        name="q"
        defaultValue={valueOf(search, 'q') ?? ''}
        aria-label={words.searchIn(what)}
        placeholder={words.searchIn(what)}
        maxLength={100}
        data-search
      />
    </form>
  );
}

interface OneFilter {
  readonly filter: Filter;
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
}

/** A chip: pressed, it shows what can be chosen; its cross takes the filter away. */
function FilterPopover({ filter, search, onSearch, chip }: OneFilter & { readonly chip: string }) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  return (
    <span className={styles.chip}>
      <button type="button" className={styles.chipWords} popoverTarget={id}>
        {chip}
      </button>
      <button
        type="button"
        className={styles.chipCross}
        aria-label={words.removeFilter(chip)}
        onClick={() => {
          onSearch(withoutFilter(search, filter));
        }}
      >
        <Icon name="cross" />
      </button>
      <div ref={panel} id={id} popover="auto" className={styles.panel}>
        <FilterForm filter={filter} search={search} onSearch={onSearch} onDone={() => panel.current?.hidePopover()} />
      </div>
    </span>
  );
}

function AddFilter({ filters, search, onSearch }: Pick<FilterBarProps, 'filters' | 'search' | 'onSearch'>) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Filter | null>(null);
  const unset = filters.filter((filter) => chipOf(filter, search) === null);
  if (unset.length === 0) return null;
  const done = () => panel.current?.hidePopover();
  return (
    <>
      <Button icon="plus" popoverTarget={id} data-add-filter>
        {words.addFilter}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={styles.panel}
        onToggle={({ newState }) => {
          if (newState === 'closed') setChosen(null);
        }}
      >
        {chosen === null ? (
          <ul className={styles.menu}>
            {unset.map((filter) => (
              <li key={filter.name}>
                <button
                  type="button"
                  onClick={() => {
                    setChosen(filter);
                  }}
                >
                  {filter.label}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <FilterForm filter={chosen} search={search} onSearch={onSearch} onDone={done} />
        )}
      </div>
    </>
  );
}

function FilterForm({ filter, search, onSearch, onDone }: OneFilter & { readonly onDone: () => void }) {
  const [isWrong, setWrong] = useState(false);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const chosen = Object.fromEntries([...fields.keys()].map((name) => [name, fields.getAll(name).map(String)]));
    const next = withChosen(search, filter, chosen);
    setWrong(next === null);
    if (next === null) return;
    onSearch(next);
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <h3>{filter.label}</h3>
      <Controls filter={filter} search={search} isWrong={isWrong} />
      <Button type="submit" look="main">
        {words.apply}
      </Button>
    </form>
  );
}

function Controls({
  filter,
  search,
  isWrong,
}: {
  readonly filter: Filter;
  readonly search: ListSearch;
  readonly isWrong: boolean;
}) {
  switch (filter.kind) {
    case 'choice':
      return (
        <div className={styles.options}>
          {filter.options.map(({ value, label }) => (
            <CheckField
              key={value}
              name={filter.name}
              value={value}
              label={label}
              defaultChecked={valuesOf(search, filter.name).includes(value)}
            />
          ))}
        </div>
      );
    case 'flag':
      return (
        <select
          className={controlClass}
          name={filter.name}
          aria-label={filter.label}
          defaultValue={valueOf(search, filter.name) ?? 'true'}
        >
          <option value="true">{words.yes}</option>
          <option value="false">{words.no}</option>
        </select>
      );
    case 'days':
      return (
        <div className={styles.days}>
          <DayInput name={`${filter.name}From`} label={words.from} search={search} />
          <DayInput name={`${filter.name}To`} label={words.to} search={search} />
        </div>
      );
    case 'amount':
    case 'text':
      return (
        <input
          className={controlClass}
          name={filter.name}
          aria-label={filter.label}
          aria-invalid={isWrong ? true : undefined}
          inputMode={filter.kind === 'amount' ? 'decimal' : 'text'}
          defaultValue={startOf(filter, search)}
          maxLength={200}
        />
      );
  }
}

function startOf(filter: Filter, search: ListSearch): string {
  const value = valueOf(search, filter.name) ?? '';
  return filter.kind === 'amount' && /^-?\d{1,15}$/.test(value) ? decimalOf(Number(value), filter.currency) : value;
}

function DayInput({
  name,
  label,
  search,
}: {
  readonly name: string;
  readonly label: string;
  readonly search: ListSearch;
}) {
  return (
    <label className={styles.day}>
      {label}
      <input className={controlClass} type="date" name={name} defaultValue={valueOf(search, name) ?? ''} />
    </label>
  );
}
