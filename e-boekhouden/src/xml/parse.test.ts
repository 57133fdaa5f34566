import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAnswer, decodeForReading } from './decode-answer.ts'
import { escapeText, isXmlText } from './escape.ts'
import { parseXml } from './parse.ts'
import { BrokenXml, ForbiddenXml } from './parse-errors.ts'

describe('reading XML', () => {
  it('resolves prefixes, joins text and CDATA, and knows nil', async () => {
    const root = await parseXml(
      '<?xml version="1.0"?><!-- a --><s:A xmlns:s="urn:a" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">' +
        '<b>1<![CDATA[ < ]]>&amp;&#233;</b><c i:nil="true"/></s:A>',
    )
    expect(root).toMatchObject({ name: 'A', namespace: 'urn:a' })
    expect(root.children).toMatchObject([
      { name: 'b', namespace: '', text: '1 < &é', nil: false },
      { name: 'c', text: '', nil: true },
    ])
  })

  it('reads back every text that it can write', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        fc.pre(isXmlText(text))
        expect((await parseXml(`<a>${escapeText(text)}</a>`)).text).toBe(text)
      }),
    )
  })

  it('knows which texts XML cannot carry', () => {
    expect(['', 'tab\tnewline\nreturn\r', 'é€😀', 'a]]>b'].every(isXmlText)).toBe(true)
    expect(['\0', '\x1b', '\ud83d', '\ude00x', '\ufffe'].some(isXmlText)).toBe(false)
  })

  it('reads a long document in slices and lets others run in between', async () => {
    const document = `<a>${'<b>0123456789</b>'.repeat(40_000)}</a>`
    let turns = 0
    let reading = true
    const count = () => {
      turns += 1
      if (reading) setImmediate(count)
    }
    setImmediate(count)
    const root = await parseXml(document)
    reading = false
    expect(root.children).toHaveLength(40_000)
    expect(turns).toBeGreaterThan(document.length / 32_768)
  })

  for (const [name, document] of [
    ['a document that breaks off', '<a><b>1</b>'],
    ['a document that breaks off in a tag', '<a><b'],
    ['text after the end', '<a/>x'],
    ['two roots', '<a/><b/>'],
    ['an entity that nobody declared', '<a>&euro;</a>'],
    ['a prefix that nobody declared', '<s:a/>'],
    ['crossed tags', '<a><b></a></b>'],
    ['a control character', '<a>\u0001</a>'],
    ['no element', '<?xml version="1.0"?>'],
    ['text alone', 'Service Unavailable'],
  ] as const) {
    it(`refuses ${name} as broken`, async () => {
      await expect(parseXml(document)).rejects.toBeInstanceOf(BrokenXml)
    })
  }

  it('refuses every beginning of a document as broken', async () => {
    const whole = '<?xml version="1.0"?><a x="1"><b>&amp;<![CDATA[c]]></b><!-- d --><e/></a>'
    for (let length = 0; length < whole.length; length += 1) {
      await expect(parseXml(whole.slice(0, length))).rejects.toBeInstanceOf(BrokenXml)
    }
    await expect(parseXml(whole)).resolves.toBeDefined()
  })
})

describe('the number of elements', () => {
  it('is bounded where the caller says', async () => {
    const document = `<a>${'<b>1</b>'.repeat(9)}</a>`
    await expect(parseXml(document, 10)).resolves.toMatchObject({ name: 'a' })
    await expect(parseXml(document, 9)).rejects.toBeInstanceOf(ForbiddenXml)
    await expect(parseXml(`<a>${'<b/>'.repeat(9)}</a>`, 9)).rejects.toBeInstanceOf(ForbiddenXml)
  })
})

describe('hostile XML', () => {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')

  for (const [name, document] of [
    ['an entity bomb', `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">${levels}]><a>&l9;</a>`],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['an external document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>'],
    ['a document type after a comment', '<!-- a --> <?b c?>\n<!DOCTYPE a><a/>'],
    ['a document type of 10 MB', `<!DOCTYPE a [${'<!ENTITY b "c">'.repeat(700_000)}]><a/>`],
    ['a page', '<!doctype html><html><body>Storing</body></html>'],
    ['depth 100,000', '<a>'.repeat(100_000) + '</a>'.repeat(100_000)],
    ['a thousand attributes', `<a ${Array.from({ length: 1_000 }, (_, i) => `b${i}="c"`).join(' ')}/>`],
    ['two million elements', `<a>${'<b/>'.repeat(2_000_000)}</a>`],
  ] as const) {
    it(`refuses ${name}`, async () => {
      await expect(parseXml(document)).rejects.toBeInstanceOf(ForbiddenXml)
    })
  }

  for (const [name, document] of [
    ['deep nesting', '<a>'.repeat(3_000_000)],
    ['attributes', `<a ${Array.from({ length: 200_000 }, (_, i) => `b${i}="c"`).join(' ')}/>`],
    ['namespaces', `<a ${Array.from({ length: 200_000 }, (_, i) => `xmlns:b${i}="c"`).join(' ')}/>`],
  ] as const) {
    it(`refuses ${name} without building anything of them`, async () => {
      const before = process.memoryUsage()
      await expect(parseXml(document)).rejects.toBeInstanceOf(ForbiddenXml)
      const after = process.memoryUsage()
      expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(20_000_000)
    })
  }
})

describe('the charset of an answer', () => {
  const text = '<a>é€</a>'
  const latin = Buffer.from('<a>\xe9</a>', 'latin1')

  it('is found by mark, then header, then declaration, then UTF-8', () => {
    expect(decodeAnswer(Buffer.from(`\ufeff${text}`), 'text/xml; charset=iso-8859-1')).toBe(text)
    expect(decodeAnswer(Buffer.from(`\ufeff${text}`, 'utf16le'), 'text/xml; charset=utf-8')).toBe(text)
    expect(decodeAnswer(Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), null)).toBe(text)
    expect(decodeAnswer(latin, 'text/xml; charset="ISO-8859-1"')).toBe('<a>é</a>')
    const declared = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\xe9</a>', 'latin1')
    expect(decodeAnswer(declared, 'text/xml')).toContain('<a>é</a>')
    expect(decodeAnswer(Buffer.from(text), null)).toBe(text)
  })

  it('that does not fit is refused instead of guessed', () => {
    expect(() => decodeAnswer(latin, 'text/xml; charset=utf-8')).toThrow()
    expect(() => decodeAnswer(latin, 'text/xml; charset=x-unknown')).toThrow(RangeError)
    expect(() => decodeAnswer(Buffer.from([0x00, 0xd8, 0x41]), 'text/xml; charset=utf-16')).toThrow()
    expect(decodeForReading(latin, 'text/xml; charset=utf-8')).toBe('<a>\ufffd</a>')
  })
})
