// `npm run check`: formatting, lint, types and what nothing uses, all at once, so that it can be run after every change. The compiler
// keeps what it found out in node_modules/.cache, and looks the next time only at what depends on a change; with
// `--all` it keeps nothing.
import { join } from 'node:path'
import { installWhatIsMissing } from './preparation/installation.mjs'
import { root } from './preparation/places.mjs'
import { secondsSince } from './preparation/progress.mjs'
import { checks } from './testing/checks.mjs'
import { runQuietly } from './testing/run-tool.mjs'

await installWhatIsMissing()
const outcomes = await Promise.all(checks.map(look))
const failing = outcomes.filter(({ code }) => code !== 0)
const told = outcomes.filter(({ code, isNews }) => code !== 0 || isNews)
for (const { title, output } of told) console.log(`\n── ${title}\n${output.trimEnd()}`)
if (failing.length > 0) console.log(`\nNot in order: ${failing.map(({ title }) => title).join(', ')}.`)
process.exit(failing.length === 0 ? 0 : 1)

async function look({ title, tool, args, isNews = false }) {
  const started = Date.now()
  const { code, output } = await runQuietly(tool, [...args, ...memory(title, tool)])
  console.log(`${title}: ${code === 0 ? 'in order' : 'NOT in order'} (${secondsSince(started)} s)`)
  return { title, code, output, isNews }
}

function memory(title, tool) {
  if (!tool.startsWith('typescript/') || process.argv.includes('--all')) return []
  const file = join(root, 'node_modules', '.cache', 'check', `${title.replaceAll(' ', '-')}.tsbuildinfo`)
  return ['--incremental', '--tsBuildInfoFile', file]
}
