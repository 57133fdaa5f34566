import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAnswer } from './decode-answer.ts'
import { parseXml } from './parse.ts'
import { refusedAlready } from './refused-already.ts'

const maxElements = 5

/** The bytes that had come when reading on was no longer worth it; null when it was, to the end. */
function takenOf(bytes: Uint8Array, pieceLength: number): Uint8Array | null {
  const isEnough = refusedAlready(maxElements)
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const end = Math.min(at + pieceLength, bytes.length)
    if (isEnough(bytes.subarray(at, end))) return bytes.subarray(0, end)
  }
  return null
}

const read = async (bytes: Uint8Array, contentType: string) =>
  parseXml(decodeAnswer(bytes, contentType), maxElements)

describe('an answer is not read on once it is refused', () => {
  const long = 'x'.repeat(200_000)
  for (const [name, document] of Object.entries({
    'a document type': `<?xml version="1.0"?>\n<!DOCTYPE a [${long}]><a/>`,
    'text instead of XML': long,
    'a comment that does not end': `<!--${long}`,
    'a comment longer than any start': `<!--${long}--><a/>`,
    'white space longer than any start': `${' '.repeat(200_000)}<a/>`,
    'more tags than elements could have': `<a>${'<b/>'.repeat(50_000)}</a>`,
    'a name without end': `<a><${long}`,
  })) {
    it(name, async () => {
      const bytes = Buffer.from(document)
      const taken = takenOf(bytes, 10_000)
      expect(taken?.length).toBeLessThanOrEqual(80_000)
      for (const part of [taken ?? bytes, bytes]) await expect(read(part, '')).rejects.toThrow()
    })
  }

  it('however small its pieces are', () => {
    for (const pieceLength of [1, 2, 3, 5]) {
      expect(takenOf(Buffer.from(`<!DOCTYPE a [${long}]><a/>`), pieceLength)?.length).toBeLessThan(10)
      expect(takenOf(Buffer.from(`<a><${long}`), pieceLength)?.length).toBeLessThan(5_000)
    }
  })
})

describe('nothing is refused early that would be taken', () => {
  for (const [name, document] of Object.entries({
    'as many tags as the elements can have': `<a>${'<b></b>'.repeat(maxElements - 1)}</a>`,
    'the longest name': `<a><${'n'.repeat(1_000)}/></a>`,
    'the longest name, of characters of four bytes': `<a><${'𐀀'.repeat(500)}/></a>`,
    'a long comment': `<a><!--${'x'.repeat(10_000)}--></a>`,
    'the longest start': `${' '.repeat(65_536)}<a/>`,
    'the longest start, of comments': `<!--${'x'.repeat(65_529)}--><a/>`,
  })) {
    it(name, async () => {
      const bytes = Buffer.from(document)
      for (const pieceLength of [997, 4_096, 65_536, 65_539, 1_000_000]) {
        expect(takenOf(bytes, pieceLength)).toBeNull()
      }
      await read(bytes, '')
    })
  }

  const pieces = fc.constantFrom(
    ...['<', '<?xml version="1.0"?>', '<!-- c -->', '<!--', '-->', '<!DOCTYPE a>', '<![CDATA[', ']]>'],
    ...['<a>', '</a>', '<a/>', '<b c="d"/>', ' ', '\n', '\u00a0', '\ufeff', 'tekst', 'é', '&amp;', '>', '!'],
    ...[' '.repeat(65_530), `<!--${'x'.repeat(65_530)}-->`, 'n'.repeat(1_001), 'é'.repeat(2_200)],
  )
  const bodies = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
  const documents = fc.oneof(
    bodies,
    bodies.map((body) => `<a>${body}</a>`),
    bodies.map((body) => `${body}<a/>`),
  )
  const encodings = fc.constantFrom(
    { contentType: 'text/xml; charset=utf-8', encode: (text: string) => Buffer.from(text) },
    { contentType: 'text/xml; charset=windows-1252', encode: (text: string) => Buffer.from(text, 'latin1') },
    { contentType: 'text/xml; charset=utf-16', encode: (text: string) => Buffer.from(text, 'utf16le') },
    { contentType: 'text/xml', encode: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  )

  it('in any charset, in pieces of any length', async () => {
    let stopped = 0
    await fc.assert(
      fc.asyncProperty(
        documents,
        encodings,
        fc.constantFrom(1, 2, 3, 7, 4_096, 65_536, 1_000_000),
        async (document, { contentType, encode }, pieceLength) => {
          fc.pre(document.length < 5_000 || pieceLength > 1_000)
          const bytes = encode(document)
          const taken = takenOf(bytes, pieceLength)
          if (taken === null) return
          stopped += 1
          await expect(read(bytes, contentType)).rejects.toThrow()
          await expect(read(taken, contentType)).rejects.toThrow()
        },
      ),
      { numRuns: 3_000 },
    )
    expect(stopped).toBeGreaterThan(100)
  })

  it('whatever stands in an answer in UTF-16', () => {
    // ⟨U+3C3C⟩ and ⟨U+013C⟩ hold the byte of `<`.
    for (const text of ['\u3c3c', '\u013c']) {
      const bytes = Buffer.from(`<a>${text.repeat(1_000)}</a>`, 'utf16le')
      expect(takenOf(bytes, 100)).toBeNull()
    }
  })
})
