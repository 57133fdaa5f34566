import { setImmediate as nextTurn } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { FileFailure } from './file-failure.ts'

/** An element without its prefix, with the text that stands in it. */
export type XmlNode = { readonly name: string; text: string; readonly children: XmlNode[] }

/** An element that was asked for, with the names of those around it and its own, from the root on. */
export type XmlRecord = { readonly path: readonly string[]; readonly node: XmlNode }

/** Characters that are parsed before others get a turn. */
const SLICE = 16 * 1_024
/** Deeper than any invoice or auditfile. */
const DEEPEST = 32
/** An auditfile of 32 MB has less than a million. */
const MOST_ELEMENTS = 5_000_000
/** More than an invoice of some thousand lines has. */
const MOST_IN_RECORD = 200_000
/** More in one element is a picture or another document, and none of what is looked for. */
const LONGEST_TEXT = 10_000

/**
 * The elements that are asked for, each with what stands in it, while the text comes in: of the rest nothing is kept. No
 * document type is accepted, so that no entity can be declared, fetched or expanded; depth and number are bounded.
 *
 * @param isRecord told the names from the root on
 * @throws FileFailure `broken_xml`
 */
export async function* xmlRecords(
  text: AsyncIterable<string>,
  isRecord: (path: readonly string[]) => boolean,
): AsyncIterable<XmlRecord> {
  const reader = readerOf(isRecord)
  try {
    for await (const part of text) {
      for (let from = 0; from < part.length; from += SLICE) {
        reader.write(part.slice(from, from + SLICE))
        yield* reader.take()
        await nextTurn()
      }
    }
    reader.close()
  } catch (error) {
    throw error instanceof FileFailure ? error : new FileFailure('broken_xml', { cause: error })
  }
  yield* reader.take()
}

function readerOf(isRecord: (path: readonly string[]) => boolean) {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const path: string[] = []
  const open: XmlNode[] = []
  let elements = 0
  let inRecord = 0
  let found: XmlRecord[] = []
  const refuse = () => {
    throw new FileFailure('broken_xml')
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', refuse)
  parser.on('opentag', ({ local }) => {
    elements += 1
    if (path.length >= DEEPEST || elements > MOST_ELEMENTS) refuse()
    path.push(local)
    const parent = open.at(-1)
    if (parent === undefined && !isRecord(path)) return
    inRecord = parent === undefined ? 1 : inRecord + 1
    if (inRecord > MOST_IN_RECORD) refuse()
    const node = { name: local, text: '', children: [] }
    parent?.children.push(node)
    open.push(node)
  })
  const append = (text: string) => {
    const node = open.at(-1)
    if (node && node.text.length < LONGEST_TEXT) node.text = (node.text + text).slice(0, LONGEST_TEXT)
  }
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => {
    const node = open.pop()
    if (node !== undefined && open.length === 0) found.push({ path: [...path], node })
    path.pop()
  })
  return {
    write: (text: string) => void parser.write(text),
    close: () => void parser.close(),
    /** Those that were read since. */
    take() {
      const taken = found
      found = []
      return taken
    },
  }
}

/** The elements under one, by the names that lead there. */
export function nodesAt(node: XmlNode, ...names: string[]): readonly XmlNode[] {
  return names.reduce<readonly XmlNode[]>(
    (nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [node],
  )
}

/** The text of the first element there that has any; empty where there is none. */
export function textAt(node: XmlNode, ...names: string[]): string {
  return (
    nodesAt(node, ...names)
      .map(({ text }) => text.trim())
      .find((text) => text !== '') ?? ''
  )
}

/** The text of a document: its mark, or what its first line says of its letters; UTF-8 where nothing does. */
export async function* xmlText(parts: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let decoder: TextDecoder | undefined
  for await (const part of parts) {
    decoder ??= new TextDecoder(encodingOf(part))
    yield decoder.decode(part, { stream: true })
  }
  if (decoder !== undefined) yield decoder.decode()
}

function encodingOf(start: Uint8Array): string {
  const [first, second] = start
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = Buffer.from(start.subarray(0, 200)).toString('latin1')
  return /<\?xml[^>]*encoding=["'](?:iso-8859-1|windows-1252|latin1)["']/i.test(head)
    ? 'windows-1252'
    : 'utf-8'
}
