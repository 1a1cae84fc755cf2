import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type AnswerOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { Combobox, type Option } from '../../parts/combobox/Combobox';
import { Dialog } from '../../parts/dialog/Dialog';
import { FOUND_KIND } from '../../words/codes/states';
import { words } from '../../words/en/frame';
import { SCREEN_GROUPS } from './screens';

type Thing = AnswerOf<'/api/search'>['items'][number];

interface Place {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

/** Finds anything by part of a word, by id or number, and every screen by its name. */
export function Find({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    // A dialog that opens gives the focus to its first button; here one wants to type.
    document.querySelector<HTMLElement>('dialog[open] [role=combobox]')?.focus();
  }, []);
  const asked = useSettled(typed.trim());
  const { body, isStale } = useReading('/api/search', { query: { q: asked } }, { enabled: asked.length > 1 });
  const things = asked.length > 1 ? (body?.items ?? []) : [];
  const found = things.flatMap((thing): readonly FoundOption[] => {
    const place = placeOf(thing);
    const subtitle = [FOUND_KIND[thing.kind], thing.subtitle].filter((part) => part !== null).join(' · ');
    return place === null ? [] : [{ id: `${thing.kind} ${thing.id}`, title: thing.title, subtitle, place }];
  });
  const screens = SCREEN_GROUPS.flatMap((group) => group.screens)
    .filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ to, label }): FoundOption => ({ id: to, title: words.go(label), place: { to } }));
  const options = [...found, ...screens];
  const go = ({ id }: Option) => {
    const place = options.find((option) => option.id === id)?.place;
    if (place === undefined) return;
    onClose();
    void navigate(place);
  };
  return (
    <Dialog title={words.findShort} onClose={onClose}>
      <Combobox
        label={words.find}
        typed={typed}
        onType={setTyped}
        options={options}
        isLooking={asked !== typed.trim() || isStale}
        onChoose={go}
      />
    </Dialog>
  );
}

interface FoundOption extends Option {
  readonly place: Place;
}

/** Where a thing is shown; null where no screen shows it. */
function placeOf({ kind, id }: Thing): Place | null {
  switch (kind) {
    case 'customer':
      return { to: `/customers/${id}` };
    case 'mandate':
      return { to: '/mandates', search: { q: id } };
    case 'sales_order':
      return { to: `/orders/${id}` };
    case 'scheduled_payment':
      return { to: '/scheduled', search: { q: id } };
    case 'payment':
      return { to: `/payments/${id}` };
    case 'payout':
      return { to: `/payouts/${id}` };
    case 'receipt':
      return { to: `/receipts/${id}` };
    case 'balance_export':
      return null;
  }
}

const SETTLED_MS = 150;

/** A text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
