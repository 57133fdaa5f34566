/** More of one tool is not read: mending the first mistakes often mends the rest. */
const MOST_LINES = 40

/**
 * What a run of the checks ends with: first what is news, at the very end what is not in order, in short.
 * @param outcomes of each check: `title`, exit `code`, `output`, and `isNews`: shown also where it is in order.
 */
export function tellOutcomes(outcomes) {
  const failing = outcomes.filter(({ code }) => code !== 0)
  const news = outcomes.filter(({ code, isNews, output }) => code === 0 && isNews && output.trim() !== '')
  const parts = [...news, ...failing].map(
    ({ title, output, code }) => `\n── ${title}\n${code === 0 ? output.trimEnd() : inShort(output)}`,
  )
  if (failing.length > 0) parts.push(`\nNot in order: ${failing.map(({ title }) => title).join(', ')}.`)
  return parts.join('\n')
}

function inShort(output) {
  const lines = output.trimEnd().split('\n')
  if (lines.length <= MOST_LINES) return lines.join('\n')
  return [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} lines more.`].join('\n')
}
