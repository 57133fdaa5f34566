import { describe, expect, it } from 'vitest'
import { defaultMaxElements, parseXml } from './parse.ts'
import { BrokenXml, ForbiddenXml } from './parse-errors.ts'
import { refuseMarkup } from './refuse-markup.ts'

/** The largest answer that is taken by default. */
const characters = 4 * 1024 * 1024
const filledWith = (text: string) => text.repeat(characters / text.length)
const within = (content: string) => `<a><b>1</b>${content}<c/></a>`

describe('what no answer has is refused before it is parsed', () => {
  const forbidden: Record<string, string> = {
    'a comment': within(`<!--${filledWith('x')}-->`),
    'a comment of dashes': within(`<!--${filledWith(' -')}-->`),
    'a comment after the root': `<a/><!--${filledWith('x')}-->`,
    'comments that are long together': within(`<!--${'x'.repeat(1000)}-->`.repeat(100)),
    'an instruction': within(`<?x ${filledWith('y')}?>`),
    'an instruction of question marks': within(`<?x ${filledWith('?')}?>`),
    'an instruction with a long name': within(`<?${filledWith('x')}?>`),
    'the value of an attribute': within(`<d e="${filledWith('x')}"/>`),
    'the value of an attribute with the end of a tag in it': within(`<d e='>"${filledWith('x')}'/>`),
    'the name of an attribute': within(`<d ${filledWith('x')}="1"/>`),
    'references in an attribute': within(`<d e="${filledWith('&amp;')}"/>`),
    'white space in a tag': within(`<d ${filledWith(' ')}/>`),
    'white space in an end tag': within(`<d></d${filledWith(' ')}>`),
    'white space between tags': within(filledWith(' ')),
    'line breaks between tags': within(filledWith('\r\n')),
    'white space after the root': `<a/>${filledWith('\n')}`,
    references: within(`<d>${filledWith('&amp;')}</d>`),
    'numbered references': within(`<d>${filledWith('&#65;')}</d>`),
    'brackets in CDATA': within(`<![CDATA[${filledWith(']')}]]>`),
    'sections of CDATA': within('<![CDATA[]]>'.repeat(characters / 12)),
  }
  for (const [name, document] of Object.entries(forbidden)) {
    it(name, async () => {
      expect(() => refuseMarkup(document, defaultMaxElements)).toThrow(ForbiddenXml)
      await expect(parseXml(document)).rejects.toBeInstanceOf(ForbiddenXml)
    })
  }

  for (const [name, document] of Object.entries({
    'a comment': `<a><!--${filledWith('x')}`,
    CDATA: `<a><![CDATA[${filledWith('x')}`,
    'an instruction': `<a><?x${filledWith(' ')}`,
    'a tag': '<a><b c="d',
  })) {
    it(`${name} that does not end`, () => {
      expect(() => refuseMarkup(document, defaultMaxElements)).toThrow(BrokenXml)
    })
  }
})

describe('what an answer can have is left to the parser', () => {
  for (const [name, document, text] of [
    ['a text that fills it', `<a>${filledWith('x')}</a>`, characters],
    ['CDATA that fills it', `<a><![CDATA[${filledWith('x')}]]></a>`, characters],
    ['lines of text', `<a>${filledWith('regel\r\n ')}</a>`, (characters / 8) * 7],
    ['tags inside CDATA', `<a><![CDATA[${'<!-- <b c="'.repeat(100)}]]></a>`, 1100],
    ['a comment of some length', `<a><!--${'x'.repeat(60_000)}-->1</a>`, 1],
    ['quotes and the ends of tags in text', `<a b="'>" c='">'>"'&gt;</a>`, 3],
  ] as const) {
    it(name, async () => {
      refuseMarkup(document, defaultMaxElements)
      expect((await parseXml(document)).text).toHaveLength(text)
    })
  }

  it('and read in slices, between which others run, however long a text is', async () => {
    let turns = 0
    let reading = true
    const count = () => {
      turns += 1
      if (reading) setImmediate(count)
    }
    setImmediate(count)
    await parseXml(`<a>${filledWith('x\n')}</a>`)
    reading = false
    expect(turns).toBeGreaterThan(100)
  })
})
