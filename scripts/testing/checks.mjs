/**
 * What is looked at without running anything, in the order in which it is told: a tool of node_modules or a program
 * of our own, and its arguments; what is news is shown also where all is in order. `npm run check` runs all at once,
 * `npm test` one after another.
 */
export const checks = [
  {
    title: 'formatting and lint',
    tool: '@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '.'],
  },
  { title: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit'] },
  { title: 'types of the screens', tool: 'typescript/bin/tsc', args: ['--noEmit', '--project', 'web'] },
  {
    title: 'what nothing uses',
    tool: 'knip/bin/knip.js',
    args: ['--no-progress', '--treat-config-hints-as-errors'],
  },
  { title: 'changes of the API', tool: './api/changes/check.ts', args: [], isNews: true },
]
