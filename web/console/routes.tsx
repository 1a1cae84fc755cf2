import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Link,
  retainSearchParams,
  useRouter,
} from '@tanstack/react-router';
import { readListSearch } from '../parts/filters/list-search';
import { Empty } from '../parts/page-state/PageState';
import { Button } from '../parts/forms/Button';
import { Page } from '../parts/page/Page';
import { words } from '../words/en/frame';
import { Frame } from './frame/Frame';
import { readRootSearch } from './frame/viewpoint';
import { parseSearch, stringifySearch } from './search-params';
import { useSignOut } from './sign-out';

const root = createRootRoute({
  validateSearch: readRootSearch,
  search: { middlewares: [retainSearchParams(['asOf', 'effectiveAt', 'connectionId'])] },
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
});

function Root() {
  const search = root.useSearch();
  const router = useRouter();
  const signOut = useSignOut();
  return <Frame search={search} onGo={(to) => void router.navigate({ to })} onSignOut={signOut} />;
}

function NotFound() {
  return (
    <Page title={words.notFoundTitle}>
      <Empty action={<Link to="/">{words.toOverview}</Link>}>{words.notFound}</Empty>
    </Page>
  );
}

function Crashed() {
  return (
    <Page title={words.crashed}>
      <Empty
        action={
          <Button
            onClick={() => {
              location.reload();
            }}
          >
            {words.reload}
          </Button>
        }
      >
        {words.crashed}
      </Empty>
    </Page>
  );
}

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/overview/Overview'), 'Overview'),
});

const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  validateSearch: readListSearch([
    'status',
    'chargeDateFrom',
    'chargeDateTo',
    'origin',
    'cause',
    'inFlight',
    'hasErrors',
    'lateFailure',
    'paidOut',
    'accepted',
    'gocardlessPaymentId',
    'payoutId',
  ]),
  component: lazyRouteComponent(() => import('../features/payments/Payments'), 'Payments'),
});

const payment = createRoute({
  getParentRoute: () => root,
  path: '/payments/$id',
  staticData: { takesEffectiveAt: true },
  component: lazyRouteComponent(() => import('../features/payments/Payment'), 'Payment'),
});

const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  validateSearch: readListSearch(['type', 'resolved', 'sinceFrom', 'sinceTo', 'customerId', 'paymentId']),
  component: lazyRouteComponent(() => import('../features/incidents/Incidents'), 'Incidents'),
});

const incident = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$id',
  component: lazyRouteComponent(() => import('../features/incidents/Incident'), 'Incident'),
});

const payouts = createRoute({
  getParentRoute: () => root,
  path: '/payouts',
  validateSearch: readListSearch(['status', 'arrivalDateFrom', 'arrivalDateTo', 'reference']),
  component: lazyRouteComponent(() => import('../features/payouts/Payouts'), 'Payouts'),
});

const payout = createRoute({
  getParentRoute: () => root,
  path: '/payouts/$id',
  component: lazyRouteComponent(() => import('../features/payouts/Payout'), 'Payout'),
});

const receipts = createRoute({
  getParentRoute: () => root,
  path: '/receipts',
  staticData: { takesEffectiveAt: true },
  validateSearch: readListSearch(['kind', 'effectiveAtFrom', 'effectiveAtTo', 'number']),
  component: lazyRouteComponent(() => import('../features/receipts/Receipts'), 'Receipts'),
});

const receipt = createRoute({
  getParentRoute: () => root,
  path: '/receipts/$number',
  staticData: { takesEffectiveAt: true },
  component: lazyRouteComponent(() => import('../features/receipts/Receipt'), 'Receipt'),
});

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: readListSearch(['hasUsableMandate', 'hasErrors', 'round', 'reference', 'forgotten']),
  component: lazyRouteComponent(() => import('../features/customers/Customers'), 'Customers'),
});

const newCustomer = createRoute({
  getParentRoute: () => root,
  path: '/customers/new',
  component: lazyRouteComponent(() => import('../features/customers/NewCustomer'), 'NewCustomer'),
});

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('../features/customers/Customer'), 'Customer'),
});

const link = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id/link',
  component: lazyRouteComponent(() => import('../features/mandates/Link'), 'Link'),
});

const mandates = createRoute({
  getParentRoute: () => root,
  path: '/mandates',
  validateSearch: readListSearch(['status', 'scheme', 'usable', 'default', 'foundBy', 'includeUnlinked']),
  component: lazyRouteComponent(() => import('../features/mandates/Mandates'), 'Mandates'),
});

const suggestions = createRoute({
  getParentRoute: () => root,
  path: '/mandates/suggestions',
  validateSearch: readListSearch(['reason']),
  component: lazyRouteComponent(() => import('../features/mandates/Suggestions'), 'Suggestions'),
});

const importLinks = createRoute({
  getParentRoute: () => root,
  path: '/mandates/import',
  component: lazyRouteComponent(() => import('../features/mandates/ImportLinks'), 'ImportLinks'),
});

const importChanges = createRoute({
  getParentRoute: () => root,
  path: '/scheduled/import',
  component: lazyRouteComponent(() => import('../features/scheduled/ImportChanges'), 'ImportChanges'),
});

const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: readListSearch([
    'hasErrors',
    'nextDueDateFrom',
    'nextDueDateTo',
    'createdAtFrom',
    'createdAtTo',
    'reference',
  ]),
  component: lazyRouteComponent(() => import('../features/orders/Orders'), 'Orders'),
});

const newOrder = createRoute({
  getParentRoute: () => root,
  path: '/orders/new',
  validateSearch: ({ customerId }: Readonly<Record<string, unknown>>): { readonly customerId?: string } =>
    typeof customerId === 'string' ? { customerId } : {},
  component: lazyRouteComponent(() => import('../features/orders/NewOrder'), 'NewOrder'),
});

const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('../features/orders/Order'), 'Order'),
});

const scheduled = createRoute({
  getParentRoute: () => root,
  path: '/scheduled',
  validateSearch: readListSearch([
    'dueDateFrom',
    'dueDateTo',
    'sentAtFrom',
    'sentAtTo',
    'isProcessed',
    'isPaymentProcessed',
    'hasErrors',
    'isCancelled',
    'waitsForMandate',
    'mandateId',
  ]),
  component: lazyRouteComponent(() => import('../features/scheduled/Scheduled'), 'Scheduled'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../features/setup/SetUp'), 'SetUp'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/Settings'), 'Settings'),
});

const keys = createRoute({
  getParentRoute: () => root,
  path: '/settings/keys',
  component: lazyRouteComponent(() => import('../features/settings/Keys'), 'Keys'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    incidents,
    incident,
    customers,
    newCustomer,
    customer,
    link,
    mandates,
    suggestions,
    importLinks,
    orders,
    newOrder,
    order,
    scheduled,
    importChanges,
    payments,
    payment,
    payouts,
    payout,
    receipts,
    receipt,
    setUp,
    settings,
    keys,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }

  interface StaticDataRouteOption {
    /** The screen can show what was true at an effective time. */
    takesEffectiveAt?: true;
  }
}
