/**
 * Which layer may see which. Every rule is proved by a seeded violation in test/contract/layers.test.ts.
 * graph-model ← ingest ← server; web sees only the printed schema; bin and scripts stand outside.
 */
const OURS = '^(ingest|server|web|test|bench|scripts|bin)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'graph-model-sees-none-of-ours',
      comment: 'What exists does not depend on how facts get in or are asked. Move the shared piece into graph-model.',
      severity: 'error',
      from: { path: '^graph-model/' },
      to: { path: OURS },
    },
    {
      name: 'ingest-sees-only-graph-model',
      comment: 'Ingest runs without a server. Pass what it needs as an argument from server/cli.',
      severity: 'error',
      from: { path: '^ingest/' },
      to: { path: '^(server|web|test|bench|scripts|bin)/' },
    },
    {
      name: 'server-does-not-see-web',
      comment: 'The explorer is a client like any other: it is served as files, never imported.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(web|test|bench|scripts|bin)/' },
    },
    {
      name: 'web-sees-no-layer',
      comment: 'Not even types: the printed server/schema.graphql is the one contract. Ask the server for it.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(graph-model|ingest|server|test|bench|scripts|bin)/' },
    },
    {
      name: 'only-the-command-line-wires',
      comment:
        'server/cli is the one composition root: nothing else opens stores, reads settings and starts things at once.',
      severity: 'error',
      from: { path: '^(graph-model|ingest|server)/', pathNot: '^server/cli/' },
      to: { path: '^server/cli/' },
    },
    {
      name: 'sqlite-stays-in-its-store',
      comment: 'Everything else speaks to graph-model/store/port.ts.',
      severity: 'error',
      from: { path: '^(graph-model|ingest|server|web)/', pathNot: '^graph-model/store/sqlite/' },
      to: { path: '@photostructure/sqlite' },
    },
    {
      name: 'neo4j-stays-in-its-store',
      comment: 'Everything else speaks to graph-model/store/port.ts.',
      severity: 'error',
      from: { path: '^(graph-model|ingest|server|web)/', pathNot: '^graph-model/store/neo4j/' },
      to: { path: 'neo4j-driver' },
    },
    {
      name: 'analysis-knows-no-graphql',
      comment: 'An analysis is a value with a pure run. GraphQL types stand in server/graphql.',
      severity: 'error',
      from: { path: '^server/analysis/' },
      to: { path: '(^server/graphql/|node_modules/(graphql|@pothos|@apollo)/|^(graphql|@pothos/|@apollo/))' },
    },
    {
      name: 'ui-ground-sees-no-component',
      comment:
        'Words, view state and the client are below everything drawn: pass what they need as an argument. Pure files of the canvas they may use.',
      severity: 'error',
      from: { path: '^web/src/(api|locale|state|styles)/' },
      to: { path: '(^web/src/(controls|panels|screens)/|[.]tsx$)' },
    },
    {
      name: 'ui-pieces-see-no-screen',
      comment: 'The canvas and the controls know no panel and no screen: they take values and call back.',
      severity: 'error',
      from: { path: '^web/src/(canvas|controls)/' },
      to: { path: '^web/src/(panels|screens)/' },
    },
    {
      name: 'ui-panels-see-no-screen',
      comment: 'A panel stands in any screen. What a screen decides reaches it as a property or by the view state.',
      severity: 'error',
      from: { path: '^web/src/panels/' },
      to: { path: '^web/src/screens/' },
    },
    {
      name: 'shipped-code-sees-no-tests',
      comment: 'Tests see the code. Move what both need into the layer.',
      severity: 'error',
      from: { path: '^(graph-model|ingest|server|web|bin|scripts)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolvable',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|build/)' },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that package.json does not name may vanish with the next install.',
      severity: 'error',
      from: { path: '^(graph-model|ingest|server|web)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|coverage|web/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
