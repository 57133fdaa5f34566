/** The pages of a document as one picture, one below the other. */
export type SetPages = {
  readonly svg: string
  /** How many the document has, and how many of them the picture. */
  readonly pages: number
  readonly shown: number
}

/** A page is some 200 kB, and nobody looks through an invoice of thirty pages beside what is being typed. */
const MOST_PAGES = 4

/**
 * The first pages of what the typesetter drew, which stand in it one after another, each with a sheet of white before
 * it, and with the shapes of the letters after the last.
 *
 * @throws Error when it is drawn otherwise
 */
export function firstPages(svg: string, pages: number): SetPages {
  if (pages <= MOST_PAGES) return { svg, pages, shown: pages }
  const sheets = [...svg.matchAll(/^ {4}<path class="typst-shape" fill="#ffffff"/gm)].map(
    ({ index }) => index,
  )
  const from = sheets[MOST_PAGES]
  const until = svg.search(/^ {4}<defs /m)
  if (sheets.length !== pages || from === undefined || until < from)
    throw new Error('The pages are drawn in another way than they were.')
  const cut = svg.slice(0, from) + svg.slice(until)
  const shorter = (_: string, before: string, height: string, after: string) =>
    `${before}${(Number(height) * MOST_PAGES) / pages}${after}`
  return {
    svg: cut
      .replace(/(viewBox="0 0 [\d.]+ )([\d.]+)(")/, shorter)
      .replace(/( height=")([\d.]+)(pt")/, shorter),
    pages,
    shown: MOST_PAGES,
  }
}
