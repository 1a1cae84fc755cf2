import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Combobox, type Option } from '../../parts/combobox/Combobox';
import { Dialog } from '../../parts/dialog/Dialog';
import { words } from '../../words/en/frame';
import { jumpOf } from './find';
import { SCREEN_GROUPS } from './screens';

/** Goes to a screen by its name, or to a thing by its id or number. */
export function Find({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const jump = jumpOf(typed);
  const screens = SCREEN_GROUPS.flatMap((group) => group.screens).filter(({ label }) =>
    label.toLowerCase().includes(typed.trim().toLowerCase()),
  );
  const options: readonly Option[] = [
    ...(jump === null ? [] : [{ id: jump.to, title: jump.title }]),
    ...screens.map(({ to, label }) => ({ id: to, title: words.go(label) })),
  ];
  const go = ({ id }: Option) => {
    onClose();
    void navigate({ to: id, ...(jump?.to === id && jump.search !== undefined ? { search: jump.search } : {}) });
  };
  return (
    <Dialog title={words.findShort} onClose={onClose}>
      <Combobox label={words.find} typed={typed} onType={setTyped} options={options} isLooking={false} onChoose={go} />
    </Dialog>
  );
}
