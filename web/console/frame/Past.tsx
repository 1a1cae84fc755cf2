import { useNavigate, useRouterState } from '@tanstack/react-router';
import { isPast, useViewpoint } from '../../api/moment';
import { useReading } from '../../api/reading';
import { Button } from '../../parts/forms/Button';
import { shortened } from '../../parts/ids/shortened';
import { momentInWords } from '../../parts/when/typed-moment';
import { useZone } from '../../parts/when/When';
import { words } from '../../words/en/frame';
import styles from './Frame.module.css';

/** The strip over every screen that does not show now. */
export function Past() {
  const viewpoint = useViewpoint();
  return isPast(viewpoint) ? <PastStrip /> : null;
}

function PastStrip() {
  const { asOf, effectiveAt } = useViewpoint();
  const zone = useZone();
  const navigate = useNavigate();
  // Any list tells up to which position it was read.
  const { position } = useReading('/api/connections', { query: { limit: 1 } }, { enabled: asOf !== undefined });
  const takesEffectiveAt = useRouterState({
    select: ({ matches }) => matches.some(({ staticData }) => staticData.takesEffectiveAt === true),
  });
  return (
    <div className={styles.past} role="status">
      <strong>{words.youAreInThePast}</strong>
      {asOf !== undefined && <span>{words.knownByMoment(momentInWords(asOf, zone))}</span>}
      {effectiveAt !== undefined && <span>{words.trueOnMoment(momentInWords(effectiveAt, zone))}</span>}
      {asOf !== undefined && position !== null && <span>{words.atPosition(shortened(position))}</span>}
      {effectiveAt !== undefined && !takesEffectiveAt && <span>{words.showsNow}</span>}
      <span>{words.nothingChanges}</span>
      <Button
        isSmall
        onClick={() =>
          void navigate({
            to: '.',
            search: (search) => ({ ...search, asOf: undefined, effectiveAt: undefined, cursor: undefined }),
          })
        }
      >
        {words.backToNow}
      </Button>
    </div>
  );
}
