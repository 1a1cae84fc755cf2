/** The arrows of the architecture, enforced: domain ← application ← infrastructure; read models know domain, ports and the ground room. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(src|simulator|test|bench|web)/', pathNot: allowed },
});

/** Groups of the application from the ground up: each uses only those before it. */
const GROUPS = [
  'ports',
  'running',
  'connections',
  'references',
  'customers',
  'deliveries',
  'gocardless-reads',
  'mandates',
  'payments',
  'receipts',
  'sales-orders',
  'balances',
  'gocardless-events',
  'incidents',
  'portal-links',
  'work',
];
const applicationGroup = (group, index) =>
  only(
    `application-${group}`,
    `^src/application/${group}/`,
    `^src/domain/|^src/application/(aggregates|access-scope)\\.ts$|^src/application/(${GROUPS.slice(0, index + 1).join('|')})/`,
    'A group of the application uses only groups below it.',
  );

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain-is-pure', '^src/domain/', '^src/domain/', 'The domain knows nothing but itself.'),
    {
      name: 'domain-uses-few-packages',
      comment:
        'No framework, no input or output in the domain: derived ids, canonical JSON and hashes are pure functions.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: '(^|/)(uuid|crypto)(/|$)' },
    },
    only(
      'application-knows-the-domain',
      '^src/application/',
      '^src/(application|domain)/',
      'Infrastructure stands behind ports.',
    ),
    ...GROUPS.map(applicationGroup),
    only(
      'read-models-know-domain-and-ports',
      '^src/read-models/',
      '^src/(read-models|domain|postgres|fields)/|^src/application/ports/',
      'A read model is a function of events.',
    ),
    only(
      'fields-know-the-domain',
      '^src/fields/',
      '^src/(fields|domain)/',
      'What a value may be is no matter of HTTP.',
    ),
    only('postgres-is-ground', '^src/postgres/', '^src/postgres/', 'The ground room knows nothing of this product.'),
    only(
      'infrastructure-does-not-know-the-composition',
      '^src/infrastructure/',
      '^src/(infrastructure|read-models|application|domain|postgres|fields)/',
      'What is composed does not know who composes it.',
    ),
    only('the-service-does-not-know-the-simulator', '^src/', '^src/', 'The simulator is not in the production image.'),
    only(
      'the-simulator-stands-alone',
      '^simulator/',
      '^simulator/',
      'Anybody who integrates with GoCardless can run it.',
    ),
    only('web-api-stands-alone', '^web/api/', '^web/api/', 'How the console asks the service is said in one place.'),
    only('web-words-stand-alone', '^web/words/', '^web/words/', 'Words know no screens.'),
    only('web-parts-know-no-screens', '^web/parts/', '^web/(parts|api|words|style)/', 'Screens are made of parts.'),
    {
      name: 'web-features-stand-apart',
      comment: 'A screen is made of parts, answers and words, and knows no other screen.',
      severity: 'error',
      from: { path: '^web/features/([^/]+)/' },
      to: { path: '^(src|simulator|test|bench|web)/', pathNot: '^web/(features/$1|parts|api|words|style)/' },
    },
    only(
      'the-console-knows-its-screens',
      '^web/console/',
      '^web/(console|features|parts|api|words|style)/',
      'The service is reached by its API alone.',
    ),
    only(
      'small-pages-stay-small',
      '^web/(portal|collect)/',
      '^web/(portal|collect|words|style)/|^web/parts/(money|when)/[^/]+\\.ts$',
      'Pages for phones have no framework.',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '\\.spec\\.ts$' },
      to: { circular: true },
    },
    { name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
