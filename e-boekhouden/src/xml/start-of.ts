/**
 * What a document begins with, and where, after white space, declarations and comments. `open`: what there is of
 * it ends before that is known.
 */
export type Start = { kind: 'element' | 'document_type' | 'text'; at: number } | { kind: 'open' }

/** Characters before the first element: a declaration takes some fifty, and no answer has a comment there. */
export const longestStart = 64 * 1024

/** Looks at the start of a document, or at what has come of it so far. */
export function startOf(document: string): Start {
  let at = afterSpace(document, 0)
  for (let end = endOf(document, at); end !== null; end = endOf(document, at)) {
    const ending = document.indexOf(end, at)
    if (ending < 0) return { kind: 'open' }
    at = afterSpace(document, ending + end.length)
  }
  if (at === document.length) return { kind: 'open' }
  if (document.charAt(at) !== '<') return { kind: 'text', at }
  if (document.length - at < shortestElement) return { kind: 'open' }
  return { kind: document.startsWith('<!', at) ? 'document_type' : 'element', at }
}

/** `<a/>`; what is shorter may also become a comment. */
export const shortestElement = 4

/** How a declaration or a comment ends; null where neither begins. */
function endOf(document: string, at: number): string | null {
  if (document.startsWith('<?', at)) return '?>'
  return document.startsWith('<!--', at) ? '-->' : null
}

function afterSpace(document: string, from: number): number {
  const space = /\s*/y
  space.lastIndex = from
  return from + (space.exec(document)?.[0].length ?? 0)
}
