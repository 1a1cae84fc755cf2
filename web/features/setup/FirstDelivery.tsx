import { useQuery } from '@tanstack/react-query';
import { NOW } from '../../api/moment';
import { readingOptions } from '../../api/reading';
import { Button } from '../../parts/forms/Button';
import { useSimulator } from '../../parts/playground/simulator';
import { words } from '../../words/en/setup';

const LOOK_EVERY_MS = 2_000;

/** Waits until GoCardless has told something; nobody has to. */
export function FirstDelivery({ onDone }: { readonly onDone: () => void }) {
  const simulator = useSimulator();
  const { data } = useQuery({
    ...readingOptions('/api/deliveries', { query: { limit: 1 } }, NOW),
    refetchInterval: ({ state }) => ((state.data?.body.items.length ?? 0) > 0 ? false : LOOK_EVERY_MS),
  });
  const hasArrived = (data?.body.items.length ?? 0) > 0;
  return (
    <>
      <h2>{words.waitTitle}</h2>
      <p role="status">{hasArrived ? words.arrived : simulator === null ? words.waitText : words.waitSimulated}</p>
      {!hasArrived && simulator === null && <p>{words.wait498}</p>}
      <p>
        <Button look={hasArrived ? 'main' : 'plain'} onClick={onDone}>
          {hasArrived ? words.next : words.later}
        </Button>
      </p>
    </>
  );
}
