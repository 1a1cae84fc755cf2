import { useState } from 'react';
import { useKeepsBooks } from '../../api/session';
import { words } from '../../words/en/instalments';
import { RowMenu } from '../row-menu/RowMenu';
import { Act } from './Act';
import { Change } from './Change';
import { type ActName, allowedActs, type Instalment } from './meaning';
import { Meanings } from './Meanings';

/** What can be done with an instalment now, and what its flags mean. */
export function Acts({ of }: { readonly of: Instalment }) {
  const keepsBooks = useKeepsBooks();
  const [open, setOpen] = useState<ActName | 'meaning' | null>(null);
  const close = () => {
    setOpen(null);
  };
  const opening = (name: ActName | 'meaning') => () => {
    setOpen(name);
  };
  const items = [
    ...(keepsBooks ? allowedActs(of) : []).map((name) => ({ key: name, label: nameOf(name, of), run: opening(name) })),
    { key: 'meaning', label: words.meaning, run: opening('meaning') },
  ];
  return (
    <>
      <RowMenu items={items} />
      {open === 'meaning' && <Meanings of={of} onClose={close} />}
      {open === 'change' && <Change of={of} onClose={close} />}
      {open !== null && open !== 'meaning' && open !== 'change' && <Act name={open} of={of} onClose={close} />}
    </>
  );
}

function nameOf(name: ActName, { paymentId }: Instalment): string {
  return name === 'send' && paymentId !== null ? words.sendAnew : words[name];
}
