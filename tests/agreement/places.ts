import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, type Texts, textsIn } from '@stella/texts'
import { root } from '../architecture/sources.ts'

/** Where words stand that must be those of a table in the code. */

/** A file of the project, from its root. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** The names in a folder, without their endings. */
export function namesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

/** The words in code spans in one column of the table that begins with that heading. */
export function column(markdown: string, heading: string, at = 0): string[] {
  return rowsUnder(markdown, heading).flatMap((cells) => codeSpans(cells[at] ?? ''))
}

/** The rows of a table in Markdown: its cells as they are written. */
export function rowsUnder(markdown: string, heading: string): string[][] {
  const lines = markdown.split('\n')
  const head = lines.findIndex((line) => cellsOf(line)[0] === heading)
  if (head < 0) throw new Error(`no table begins with «${heading}»`)
  const rows = lines.slice(head + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(0, end < 0 ? undefined : end).map(cellsOf)
}

function cellsOf(line: string): string[] {
  return line.startsWith('|')
    ? line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    : []
}

export function codeSpans(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
}

interface Schema {
  readonly enum?: readonly string[]
  readonly const?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

const { components } = JSON.parse(textOf('api/openapi.json')) as {
  components: { schemas: Readonly<Record<string, Schema>> }
}

/** A schema of the document for programs: `Connection`, or a property of one, `Connection.state`. */
export function schema(path: string): Schema {
  const [name = '', ...properties] = path.split('.')
  const found = properties.reduce<Schema | undefined>(
    (within, property) => within?.properties?.[property],
    components.schemas[name],
  )
  if (found === undefined) throw new Error(`the API has no ${path}`)
  return found
}

/** The words of it; null, which may stand beside them, is none. */
export function enumOf(path: string): readonly string[] {
  const { anyOf = [], enum: words } = schema(path)
  return words ?? anyOf.flatMap((one) => one.enum ?? [])
}

/** The words that a description lists, one a line: «- `word`: what it means». */
export function listedIn(path: string): string[] {
  return [...(schema(path).description ?? '').matchAll(/^- `([^`]+)`: /gm)].map(([, word = '']) => word)
}

/** The numbers before a unit in a sentence of the texts, in each language. */
export function numbersInTexts(
  sentence: (texts: Texts) => string,
  unit: string,
): Readonly<Record<string, () => readonly string[]>> {
  const number = new RegExp(`([0-9]+) ${unit}`, 'g')
  return Object.fromEntries(
    languages.map((language) => [
      `the texts in ${language}, «${sentence(textsIn(language))}»`,
      () => [...sentence(textsIn(language)).matchAll(number)].map(([, digits = '']) => digits),
    ]),
  )
}

/** A group of the texts, in each language. */
export function inTexts(group: (texts: Texts) => object): Readonly<Record<string, () => readonly string[]>> {
  return Object.fromEntries(
    languages.map((language) => [`the texts in ${language}`, () => Object.keys(group(textsIn(language)))]),
  )
}
