import { words } from '../../words/en/frame';

export interface ScreenEntry {
  readonly to: string;
  readonly label: string;
  /** The second key after `g`. */
  readonly key: string;
}

export interface ScreenGroup {
  readonly label: string | null;
  readonly screens: readonly ScreenEntry[];
}

const { groups, screens } = words;

/** What the navigation shows, in its order. */
export const SCREEN_GROUPS: readonly ScreenGroup[] = [
  {
    label: null,
    screens: [
      { to: '/', label: screens.overview, key: 'o' },
      { to: '/incidents', label: screens.incidents, key: 'i' },
    ],
  },
  {
    label: groups.collect,
    screens: [
      { to: '/customers', label: screens.customers, key: 'c' },
      { to: '/mandates', label: screens.mandates, key: 'm' },
      { to: '/orders', label: screens.orders, key: 'd' },
      { to: '/scheduled', label: screens.scheduled, key: 's' },
    ],
  },
  {
    label: groups.money,
    screens: [
      { to: '/payments', label: screens.payments, key: 'p' },
      { to: '/payouts', label: screens.payouts, key: 'u' },
      { to: '/receipts', label: screens.receipts, key: 'r' },
    ],
  },
  { label: null, screens: [{ to: '/settings', label: screens.settings, key: ',' }] },
];
