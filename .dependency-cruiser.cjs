/** The arrows of the architecture, enforced: domain ← application ← infrastructure; projections know domain and ports only. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(src|simulator|test|bench)/', pathNot: allowed },
});

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
    only(
      'projections-know-domain-and-ports',
      '^src/projections/',
      '^src/(projections|domain)/|^src/application/ports/',
      'A projection is a function of events.',
    ),
    only('the-service-does-not-know-the-simulator', '^src/', '^src/', 'The simulator is not in the production image.'),
    only(
      'the-simulator-stands-alone',
      '^simulator/',
      '^simulator/',
      'Anybody who integrates with GoCardless can run it.',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '\\.spec\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
