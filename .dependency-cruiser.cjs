/** Arrows point one way: routes → boards → registry → platform; engines import nothing of ours; a board never imports another board. */
const only = (name, from, allowed, why) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$|\\.example\\.ts$' },
  to: { path: '^(src|samples|tests|bench|scripts)/', pathNot: allowed },
});
module.exports = {
  forbidden: [
    only(
      'platform-knows-nobody',
      '^src/platform/',
      '^src/(platform|registry/text\\.ts)',
      'The platform serves every board and knows none.',
    ),
    only('registry-knows-no-board', '^src/registry/', '^src/(registry|platform)/', 'Boards meet in the registry; it knows none of them.'),
    only('engines-are-alone', '^src/engines/', '^src/engines/', 'Engines compute: numbers in, numbers out.'),
    only('ui-knows-no-route', '^src/ui/', '^src/(ui|boards|registry|platform)/', 'Components are used by pages, not the other way round.'),
    only(
      'boards-know-no-route',
      '^src/boards/',
      '^src/(boards|engines|registry|platform|ui)/',
      'A board is opened by pages and by the command line; it opens neither.',
    ),
    {
      name: 'boards-never-meet',
      comment: 'Boards meet in the registry and in domain events.',
      severity: 'error',
      from: { path: '^src/boards/([^/]+)/' },
      to: { path: '^src/boards/([^/]+)/', pathNot: '^src/boards/$1/' },
    },
    {
      name: 'pages-have-no-sql',
      comment: 'Only stores, verbs (actions) and views know the database; pages open verbs and views by the doors, or are given a house.',
      severity: 'error',
      from: { path: '^src/(routes|ui)/' },
      to: { path: '^src/boards/.*(store|versions|search|house)\\.server\\.ts$|^src/platform/database/' },
    },
    // A branch of a tree draws its own branches.
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '^node_modules|PlaceBranch\\.svelte$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'dev-only',
      comment: 'What runs in production is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^(src|samples)/', pathNot: '\\.test\\.ts$|testing\\.ts$|\\.example\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|build|\\.svelte-kit)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'default', 'types'],
      mainFields: ['module', 'main'],
    },
  },
};
