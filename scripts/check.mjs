// `npm run check`: formatting, lint, types and what nothing uses, all at once, so that it can be run after every change.
// What the tools found out is kept in node_modules/.cache, and the next time they look only at what depends on a change;
// with `--all` nothing is kept or taken from there. It ends with what is not in order, in short.
import { installWhatIsMissing } from './preparation/installation.mjs'
import { secondsSince } from './preparation/progress.mjs'
import { checks } from './testing/checks.mjs'
import { runQuietly } from './testing/run-tool.mjs'
import { tellOutcomes } from './testing/tell-outcomes.mjs'

await installWhatIsMissing()
const outcomes = await Promise.all(checks.map(look))
const told = tellOutcomes(outcomes)
if (told !== '') console.log(told)
process.exit(outcomes.every(({ code }) => code === 0) ? 0 : 1)

async function look({ title, tool, args: all, again = (args) => ({ args }), isNews = false }) {
  const started = Date.now()
  const { args, whenInOrder } = process.argv.includes('--all') ? { args: all } : again(all)
  const { code, output } = args === undefined ? { code: 0, output: '' } : await runQuietly(tool, args)
  if (code === 0) whenInOrder?.()
  console.log(`${title}: ${code === 0 ? 'in order' : 'NOT in order'} (${secondsSince(started)} s)`)
  return { title, code, output, isNews }
}
