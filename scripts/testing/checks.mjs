/**
 * What is looked at without running anything, in the order in which it is told: a tool of node_modules, and its
 * arguments. `npm run check` runs all at once, `npm test` one after another.
 */
export const checks = [
  {
    title: 'formatting and lint',
    tool: '@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '.'],
  },
  { title: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit'] },
  { title: 'types of the screens', tool: 'typescript/bin/tsc', args: ['--noEmit', '--project', 'web'] },
]
