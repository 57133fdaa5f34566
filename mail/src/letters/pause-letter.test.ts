import { causeCodes, causes } from '@stella/bookkeeping'
import { languages, textsIn } from '@stella/texts'
import { describe, expect, test } from 'vitest'
import { type PauseLetter, pauseLetter } from './pause-letter.ts'

const letter: PauseLetter = {
  language: 'nl',
  name: 'Noor Visser',
  organization: 'Studio Noorderlicht',
  cause: 'codes_refused',
  since: new Date('2026-11-22T13:31:05Z'),
  resumesAt: new Date('2026-12-01T01:00:00Z'),
  publicUrl: 'https://stella.voorbeeld.test',
}
const pausing = causeCodes.filter((code) => causes[code].class === 'pause')

describe.each(languages)('in %s', (language) => {
  test.each(pausing)('of %s says what happened, that nothing is lost, and what to do', (cause) => {
    const { subject, text, html } = pauseLetter({ ...letter, cause, language })
    const { causes: sentences, mail } = textsIn(language)
    expect(subject).toContain('Studio Noorderlicht')
    expect(text).toContain(`${sentences[cause].what} ${sentences[cause].why}`)
    expect(text).toContain(mail.pause.calm)
    expect(html).toContain(`lang="${language}"`)
    const more = `https://stella.voorbeeld.test/meer-hierover?taal=${language}#${cause}`
    expect(text).toContain(more)
    expect(html).toContain(`href="${more}"`)
    const { actor, mend } = causes[cause]
    if (mend === 'nothing') {
      expect(text).toContain(language === 'nl' ? 'Op 1 december 2026 gaat' : 'On 1 December 2026 everything')
      expect(text).not.toContain('1. ')
    } else {
      expect(text).toMatch(/\n1\. .*\n2\. .*\n3\. /)
    }
    // Whoever must look at accounts is not sent to look at rights.
    const isOfRights = subject === mail.pause.connection.subject('Studio Noorderlicht')
    expect(isOfRights).toBe(mend === 'connection' && actor === 'owner')
    const place = mend === 'codes' ? '/voorkeuren/integraties/e-boekhouden' : '/voorkeuren/integraties'
    for (const form of [`${text}"`, html]) expect(form).toMatch(new RegExp(`voorbeeld.test${place}["\\n]`))
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|CMUT|E00\d|sync|payload|\bjob\b/i)
  })
})

test('says when, as it is in the Netherlands', () => {
  expect(pauseLetter(letter).text).toContain('Studio Noorderlicht, sinds zondag 22 november 2026 om 14:31')
  expect(pauseLetter({ ...letter, language: 'en' }).text).toContain(
    'Studio Noorderlicht, since Sunday, 22 November 2026 at 14:31',
  )
})

test('takes names as they are: no markup in the page, no line break in the subject', () => {
  const organization = 'A&B <script>alert("x")</script>\r\nBcc: ander@voorbeeld.test'
  const { html, subject } = pauseLetter({ ...letter, organization, name: '<b>"O\'Brien"</b>' })
  expect(html).not.toMatch(/<script|<b>/)
  expect(html).toContain('A&amp;B &lt;script&gt;')
  expect(subject).not.toMatch(/[\r\n]/)
})
