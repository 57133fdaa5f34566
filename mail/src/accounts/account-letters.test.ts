import { silentLog } from '@stella/bookkeeping'
import { languages, textsIn } from '@stella/texts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { smtpPost } from '../post/smtp-post.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'
import { type AccountLetters, accountLetters } from './account-letters.ts'

const to = { name: 'Noor Visser', email: 'noor@voorbeeld.test', language: 'en' }

let server: MailServer
let letters: AccountLetters
let told: string[]
beforeEach(async () => {
  server = await startMailServer()
  told = []
  const tell = (event: string, fields = {}) => void told.push(`${event} ${JSON.stringify(fields)}`)
  letters = accountLetters({
    post: smtpPost({ url: server.url, from: 'Stella <stella@voorbeeld.test>' }),
    publicUrl: 'https://stella.voorbeeld.test',
    log: { ...silentLog, info: tell, warn: tell },
    now: () => new Date('2026-11-22T13:31:05Z'),
    waits: [1, 1],
  })
})
afterEach(async () => {
  await letters.stop()
  await server.close()
})

describe.each(languages)('in %s', (language) => {
  test('the letter to choose a password has its link, when it was asked, and what to do if it was not you', async () => {
    letters.passwordReset({ ...to, language }, 'een-geheim')
    await expect.poll(() => server.letters.length).toBe(1)
    const [letter] = server.letters
    const words = textsIn(language).mail.passwordReset
    expect(letter?.subject).toBe(words.subject)
    expect(letter?.text).toContain('https://stella.voorbeeld.test/nieuw-wachtwoord#een-geheim')
    expect(letter?.html).toContain('href="https://stella.voorbeeld.test/nieuw-wachtwoord#een-geheim"')
    expect(letter?.text).toContain(language === 'nl' ? 'zondag 22 november 2026' : 'Sunday, 22 November 2026')
    expect(letter?.text).toContain(words.notes[0])
    expect(told.join()).not.toMatch(/een-geheim|noor|Visser/)
  })

  test('the letter that a password was changed leads to choosing another', async () => {
    letters.passwordChanged({ ...to, language })
    await expect.poll(() => server.letters.length).toBe(1)
    expect(server.letters[0]?.text).toContain('https://stella.voorbeeld.test/wachtwoord-vergeten')
  })
})

test('a server that will not take it now is asked again, three times in all', async () => {
  server.refuse(to.email, 450)
  letters.passwordReset(to, 'x')
  await expect.poll(() => told.filter((line) => line.startsWith('letter not sent')).length).toBe(3)
  server.refuse(to.email, null)
  letters.passwordReset(to, 'y')
  await expect.poll(() => server.letters.length).toBe(1)
  expect(server.letters[0]?.text).toContain('#y')
})

test('an address that does not exist is not asked again', async () => {
  server.refuse(to.email, 550)
  letters.passwordReset(to, 'x')
  await expect.poll(() => told.length).toBe(1)
  await letters.stop()
  expect(told).toEqual([expect.stringMatching(/^letter not sent .*550/)])
})

test('stopping waits for what is being sent, not for another try', async () => {
  const post = smtpPost({ url: 'smtp://127.0.0.1:1', from: 'stella@voorbeeld.test' })
  const patient = accountLetters({
    post,
    publicUrl: 'https://stella.voorbeeld.test',
    log: { ...silentLog, warn: (event: string) => void told.push(event) },
    now: () => new Date(),
  })
  patient.passwordReset(to, 'x')
  await expect.poll(() => told).toEqual(['letter not sent'])
  await patient.stop()
  expect(told).toEqual(['letter not sent', 'letter dropped at the stop'])
})
