import { useState } from 'react';
import { BulkBar } from '../../parts/bulk/BulkBar';
import { BulkDrawer } from '../../parts/bulk/BulkDrawer';
import { Button } from '../../parts/forms/Button';
import { allowedActs, type Instalment } from '../../parts/instalments/meaning';
import { cancelInstalment, type Sent, sendInstalment } from '../../parts/instalments/sending';
import { formatMoney } from '../../parts/money/money';
import { Status } from '../../parts/status/Status';
import { formatDay } from '../../parts/when/when';
import { words as bulk } from '../../words/en/bulk';
import { words as instalments } from '../../words/en/instalments';
import { words } from '../../words/en/scheduled';
import { Followed } from './Followed';

type Name = 'send' | 'cancel';

/** What can be done with all that are chosen; those whose state does not allow it are left out. */
export function BulkActs({ chosen, onDone }: { readonly chosen: readonly Instalment[]; readonly onDone: () => void }) {
  const [open, setOpen] = useState<Name | null>(null);
  const able = (name: Name) => chosen.filter((one) => allowedActs(one).includes(name));
  const items = open === null ? [] : able(open);
  return (
    <BulkBar>
      <span>{words.chosen(chosen.length)}</span>
      {(['send', 'cancel'] as const).map((name) => (
        <Button
          key={name}
          disabled={able(name).length === 0}
          title={able(name).length === 0 ? words.nothingAllowed : undefined}
          onClick={() => {
            setOpen(name);
          }}
        >
          {name === 'send' ? words.sendChosen : words.cancelChosen} ({able(name).length})
        </Button>
      ))}
      {open !== null && (
        <BulkDrawer
          title={open === 'send' ? words.sendTitle(items.length) : words.cancelTitle(items.length)}
          text={open === 'send' ? words.sendText : words.cancelText}
          submit={open === 'send' ? words.sendTitle(items.length) : words.cancelTitle(items.length)}
          items={items.map(itemOf)}
          call={open === 'send' ? sendInstalment : cancelInstalment}
          outcomeOf={outcomeOf}
          onClose={() => {
            setOpen(null);
            onDone();
          }}
        />
      )}
    </BulkBar>
  );
}

function itemOf({ id, customerName, amount, currency, dueDate }: Instalment) {
  return {
    id,
    title: (
      <>
        <bdi>{customerName ?? instalments.forgotten}</bdi> · {formatDay(dueDate)} · {formatMoney(amount, currency)}
      </>
    ),
  };
}

function outcomeOf({ isPending, rejected }: Sent, id: string) {
  if (rejected !== null) {
    const reason = rejected.reason.replaceAll('_', ' ');
    return <Status shape="barred" tone="bad" words={instalments.refusedByGoCardless(reason)} />;
  }
  return isPending ? <Followed id={id} asked={bulk.asked} /> : null;
}
