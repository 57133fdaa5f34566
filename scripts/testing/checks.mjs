import { join } from 'node:path'
import { root } from '../preparation/places.mjs'
import { filesToLint } from './files-to-lint.mjs'

/** Where the tools keep what they found out, for the next time. */
const memory = join(root, 'node_modules', '.cache', 'check')

/**
 * What is looked at without running anything, in the order in which it is told: a tool of node_modules or a program
 * of our own, and its arguments; what is news is shown also where all is in order. `npm test` runs one after another,
 * `npm run check` all at once and `again`: with what each found out the last time, so that it looks only at what
 * depends on a change.
 */
export const checks = [
  {
    title: 'formatting and lint',
    tool: '@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '.'],
    again: lintAgain,
  },
  {
    title: 'types',
    tool: 'typescript/bin/tsc',
    args: ['--noEmit'],
    again: (args) => ({ args: [...args, ...incremental('types')] }),
  },
  {
    title: 'types of the screens',
    tool: 'typescript/bin/tsc',
    args: ['--noEmit', '--project', 'web'],
    again: (args) => ({ args: [...args, ...incremental('types-of-the-screens')] }),
  },
  {
    title: 'what nothing uses',
    tool: 'knip/bin/knip.js',
    args: ['--no-progress', '--treat-config-hints-as-errors'],
    again: (args) => ({ args: [...args, '--cache', '--cache-location', join(memory, 'knip')] }),
  },
  { title: 'packages of others', tool: './scripts/packages/check.ts', args: [] },
  { title: 'changes of the API', tool: './api/changes/check.ts', args: [], isNews: true },
]

function incremental(name) {
  return ['--incremental', '--tsBuildInfoFile', join(memory, `${name}.tsbuildinfo`)]
}

/** The linter has no memory of its own. @returns without `args` where there is nothing to look at. */
function lintAgain(args) {
  const { paths, remember } = filesToLint(root, join(memory, 'lint.json'))
  if (paths === undefined) return { args, whenInOrder: remember }
  if (paths.length === 0) return {}
  // A picture and a lock are no mistake here: they are just not the linter's business.
  const tolerant = ['--files-ignore-unknown=true', '--no-errors-on-unmatched']
  return { args: [...args.slice(0, -1), ...tolerant, ...paths], whenInOrder: remember }
}
