import { describe, expect, it } from 'vitest'
import { parseXml } from '../xml/parse.ts'
import { indentXml } from './indent-xml.ts'

describe('a document on a screen', () => {
  it('has a line per element, and everything that was written', () => {
    const source =
      '<?xml version="1.0" encoding="utf-8"?><!-- from a till --><s:Envelope xmlns:s="urn:s">\r\n\t' +
      `<s:Body><Call xmlns='urn:c'><SessionID xmlns=''>•••</SessionID><Empty/><Blank> </Blank>` +
      '<Text a="1 > 0"><![CDATA[<b>]]>&amp;\n x<!-- c --></Text><List><Item/></List></Call></s:Body></s:Envelope>\n'
    const shown = indentXml(source)
    expect(shown.split('\n')).toEqual([
      '<?xml version="1.0" encoding="utf-8"?>',
      '<!-- from a till -->',
      '<s:Envelope xmlns:s="urn:s">',
      '  <s:Body>',
      "    <Call xmlns='urn:c'>",
      "      <SessionID xmlns=''>•••</SessionID>",
      '      <Empty/>',
      '      <Blank> </Blank>',
      '      <Text a="1 > 0"><![CDATA[<b>]]>&amp;',
      ' x<!-- c --></Text>',
      '      <List>',
      '        <Item/>',
      '      </List>',
      '    </Call>',
      '  </s:Body>',
      '</s:Envelope>',
    ])
    expect(shown.replace(/\s/g, '')).toBe(source.replace(/\s/g, ''))
    expect(indentXml(shown)).toBe(shown)
    const textOf = (text: string) => parseXml(text).children[0]?.children[0]?.children[3]?.text
    expect(textOf(shown)).toBe(textOf(source))
  })

  it('keeps a text between elements', () => {
    expect(indentXml('<a>one<b>two</b> three </a>')).toBe('<a>\n  one\n  <b>two</b>\n  three\n</a>')
  })
})
