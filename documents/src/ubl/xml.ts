import { plainText } from '@stella/invoicing'

/** An XML element: its name, attributes, and either text or further elements. Null children are left out. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string | readonly Element[]
}

/** An element that holds elements; nulls among them are dropped, and one that would be empty is null itself. */
export function group(
  name: string,
  children: readonly (Element | null)[],
  attributes: Readonly<Record<string, string>> = {},
): Element | null {
  const content = children.filter((child) => child !== null)
  return content.length === 0 ? null : { name, attributes, content }
}

/**
 * An element that holds text, or null where there is none. What XML 1.0 cannot carry and what cannot be seen never
 * reaches it.
 */
export function leaf(
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string>> = {},
): Element | null {
  const content = plainText(text ?? '').trim()
  return content === '' ? null : { name, attributes, content }
}

/** The document as text, two spaces a level. */
export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`
}

function lines({ name, attributes, content }: Element, indent: string): string[] {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const opening = `${indent}<${name}${written.join('')}>`
  if (typeof content === 'string') return [`${opening}${escaped(content)}</${name}>`]
  return [opening, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`]
}

/**
 * Characters beyond the first plane (emoji, rare ideographs) are written by their number: the parser of Java, in
 * which most validators run, trips over some of them where its buffers meet.
 */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\u{10000}-\u{10FFFF}]/gu, (it) => `&#x${it.codePointAt(0)?.toString(16)};`)
}
