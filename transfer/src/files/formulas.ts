/** What a spreadsheet begins to reckon at, full-width signs too. */
const start = '[=+\\-@\\t\\r＝＋－＠]'
const formulaOrOwn = new RegExp(`^(?='*${start})`)
const own = new RegExp(`^(?='+${start})`)
const putThere = new RegExp(`^'(?='*${start})`)

/**
 * A spreadsheet reckons with what begins like a formula, and may send it elsewhere: an apostrophe makes it words. What
 * has such an apostrophe of its own gets another, so that taking one away always gives back what there was.
 */
export function asWords(text: string): string {
  return text.replace(formulaOrOwn, "'")
}

/** Where text is never a formula: only an apostrophe of its own gets another. */
export function withOwnApostrophe(text: string): string {
  return text.replace(own, "'")
}

/** Takes away the apostrophe that was put before what begins like a formula. */
export function withoutApostrophe(text: string): string {
  return text.replace(putThere, '')
}
