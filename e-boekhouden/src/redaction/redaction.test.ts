import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedaction, redacted } from './redaction.ts'

const username = 'proefgebruiker'
const code1 = '1f0c9e7b5a3d4826'
const code2 = 'k&<>"\'7 é/+Z€q'
const sessionId = '{0D1E2F3A-4B5C-6D7E-8F90-A1B2C3D4E5F6}'

function redaction() {
  const one = createRedaction({ username, codes: [code1, code2] })
  one.hideSession(sessionId)
  return one
}

const spellings: Record<string, (text: string) => string> = {
  plain: (text) => text,
  'lower case': (text) => text.toLowerCase(),
  xml: (text) =>
    text.replace(/[&<>"']/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }[c]};`),
  'decimal references': (text) => [...text].map((c) => `&#${c.codePointAt(0)};`).join(''),
  'hexadecimal references': (text) =>
    [...text].map((c) => `&#x000${c.codePointAt(0)?.toString(16).toUpperCase()};`).join(''),
  address: (text) => encodeURIComponent(text),
  form: (text) => new URLSearchParams({ a: text }).toString().slice(2),
  'every byte in percent': (text) =>
    [...Buffer.from(text)].map((b) => `%${b.toString(16).padStart(2, '0')}`).join(''),
  json: (text) => JSON.stringify(text).slice(1, -1),
  'json references': (text) =>
    text
      .split('')
      .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  base64: (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'zero bytes between': (text) => text.split('').join('\0'),
}

describe('redaction', () => {
  for (const [name, spell] of Object.entries(spellings)) {
    it(`takes codes and session ids out of a text that holds them: ${name}`, () => {
      for (const secret of [code1, code2, sessionId, sessionId.slice(1, -1)]) {
        const text = redaction().redact(`voor ${spell(secret)} na`)
        expect(text).toContain(redacted)
        expect(text).not.toContain(spell(secret).slice(4, -4))
      }
    })
  }

  it('finds a secret anywhere inside a longer text in base64', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (before, after) => {
        const coded = Buffer.from(`${before}${code1}${after}`).toString('base64')
        const shown = redaction().redact(coded)
        expect(Buffer.from(shown.split(redacted)[0] ?? '', 'base64').toString()).not.toContain(
          code1.slice(0, 8),
        )
        expect(shown).toContain(redacted)
      }),
    )
  })

  it('takes the user name out as a word of the same case and leaves other words alone', () => {
    const one = createRedaction({ username: 'jan', codes: [code1] })
    expect(one.redact('gebruiker jan, januari, Jan, <a>jan</a> &#106;an')).toBe(
      `gebruiker ${redacted}, januari, Jan, <a>${redacted}</a> ${redacted}`,
    )
  })

  it('empties the elements that hold secrets, under any prefix, in CDATA, and where the text breaks off', () => {
    const one = createRedaction({ username: '', codes: [] })
    expect(one.redact('<a:SessionID x="1">abc</a:SessionID>')).toBe(
      `<a:SessionID x="1">${redacted}</a:SessionID>`,
    )
    expect(one.redact('<Token><![CDATA[<abc>]]></Token>')).toBe(`<Token>${redacted}</Token>`)
    expect(one.redact('<SecurityCode2>ab')).toBe(`<SecurityCode2>${redacted}`)
    expect(one.redact('<SessionID /><Rekening>1300</Rekening>')).toBe(
      '<SessionID /><Rekening>1300</Rekening>',
    )
  })

  it('finds secrets that look escaped themselves', () => {
    for (const secret of ['a%41b%zzc', 'k&amp;12345', 'x\\u0041y12']) {
      const one = createRedaction({ username: '', codes: [secret] })
      for (const spell of Object.values(spellings)) {
        const shown = one.redact(`voor ${spell(secret)} na`)
        // The last character of base64 depends on what follows, and tells next to nothing.
        expect(shown).toMatch(/^voor •••.? na$/)
      }
    }
  })

  it('leaves what stands around a secret as it was, escapes and all', () => {
    const text = `&lt;a&gt; %20 ${code1} \\u0041 &amp; ${encodeURIComponent(sessionId)}&#33;`
    expect(redaction().redact(text)).toBe(`&lt;a&gt; %20 ${redacted} \\u0041 &amp; ${redacted}&#33;`)
  })

  it('leaves no beginning of a secret where a text breaks off inside it', () => {
    expect(redaction().redact(`fout bij ${code1.slice(0, 9)}`)).toBe(`fout bij ${redacted}`)
  })

  it('leaves a text without secrets as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z <>/.,0-9]{0,80}$/), (text) => {
        fc.pre(!text.includes(username))
        expect(redaction().redact(text)).toBe(text)
      }),
    )
  })
})
