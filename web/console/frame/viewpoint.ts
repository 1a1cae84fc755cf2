import { type Connection } from '../../api/connections';
import { type Viewpoint } from '../../api/moment';
import { addDays, dayIn } from '../../parts/when/when';
import { words } from '../../words/en/frame';

/** The parameters that every screen's address may have. */
export interface RootSearch {
  readonly asOf?: string | undefined;
  readonly effectiveAt?: string | undefined;
  readonly connectionId?: string | undefined;
}

const MAX_PARAMETER = 100;

export function readRootSearch(search: Readonly<Record<string, unknown>>): RootSearch {
  const read = (name: keyof RootSearch) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' && value.length <= MAX_PARAMETER ? { [name]: value } : {};
  };
  return { ...read('asOf'), ...read('effectiveAt'), ...read('connectionId') };
}

export function viewpointOf({ asOf, effectiveAt, connectionId }: RootSearch): Viewpoint {
  return { asOf, effectiveAt, connectionId };
}

export interface MomentPreset {
  readonly label: string;
  readonly day: string;
}

/** Moments that accountants ask for, seen from today in a zone. */
export function momentPresets(now: number, zone: string, connection: Connection | null): readonly MomentPreset[] {
  const today = dayIn(new Date(now).toISOString(), zone);
  const [year = 0, month = 0] = today.split('-').map(Number);
  const beforeMonth = (of: number) => addDays(`${year}-${String(of).padStart(2, '0')}-01`, -1);
  const taxYear = today > `${year}-04-05` ? `${year}-04-05` : `${year - 1}-04-05`;
  const closed = connection?.closedThrough ?? null;
  return [
    { label: words.endOfLastMonth, day: beforeMonth(month) },
    { label: words.endOfLastQuarter, day: beforeMonth(month - ((month - 1) % 3)) },
    { label: words.endOfLastYear, day: beforeMonth(1) },
    ...(zone === 'Europe/London' ? [{ label: words.endOfTaxYear, day: taxYear }] : []),
    ...(closed === null ? [] : [{ label: words.lastClosedPeriod, day: closed }]),
  ];
}
