import { escapeXml } from '../xml/write.ts'

/** Markup that is safe to send. Only `html` makes it, and `html` escapes every text put into it. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

export type Content = Html | string | number | false | null | undefined | readonly Content[]

/** A piece of a page. Texts and attribute values (always within double quotes) are escaped. */
export function html(strings: TemplateStringsArray, ...contents: Content[]): Html {
  const parts = strings.map((text, at) => text + (at < contents.length ? markupOf(contents[at]) : ''))
  return new Html(parts.join(''))
}

function markupOf(content: Content): string {
  if (content === false || content === null || content === undefined) return ''
  if (content instanceof Html) return content.markup
  if (typeof content === 'object') return content.map(markupOf).join('')
  return escapeXml(String(content))
}
