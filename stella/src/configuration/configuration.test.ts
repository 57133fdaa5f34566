import { textsIn } from '@stella/texts'
import { describe, expect, test } from 'vitest'
import { type Configuration, readConfiguration } from './configuration.ts'

const texts = textsIn('nl')

describe('reading the settings', () => {
  test('needs none: the defaults make a demo on this computer', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      books: { kind: 'sandbox', port: 3900 },
      demo: true,
      language: 'nl',
    })
  })

  test('treats an empty setting as unset', () => {
    expect(read({ PORT: '', DATABASE_URL: '', SANDBOX_CODE1: '' })).toMatchObject({ port: 3000, demo: true })
  })

  test('starts neither sandbox nor demo where the address of the books is given', () => {
    const soapUrl = 'https://soap.e-boekhouden.nl/soap.asmx'
    expect(read({ EBOEKHOUDEN_SOAP_URL: soapUrl })).toMatchObject({
      books: { kind: 'service', soapUrl },
      demo: false,
    })
    expect(read({ EBOEKHOUDEN_SOAP_URL: soapUrl, STELLA_DEMO: '1' }).demo).toBe(true)
    expect(read({ STELLA_DEMO: '0' }).demo).toBe(false)
  })

  test('leads to the support by mail or over the web, where that is given', () => {
    const addressOf = (address: string) => read({ SUPPORT_ADDRESS: address }).supportAddress
    expect(read({}).supportAddress).toBeUndefined()
    expect(addressOf('hulp@stella.voorbeeld.nl')).toBe('mailto:hulp@stella.voorbeeld.nl')
    expect(addressOf('hulp+nl?@voorbeeld.nl')).toBe('mailto:hulp%2Bnl%3F@voorbeeld.nl')
    expect(addressOf('https://voorbeeld.nl/hulp?van=stella')).toBe('https://voorbeeld.nl/hulp?van=stella')
  })

  test('keeps letters here where no mail server is given, and else sends them from the given address', () => {
    expect(read({}).mail).toEqual({ from: 'Stella <stella@localhost>' })
    expect(read({ PUBLIC_URL: 'https://stella.voorbeeld.nl' }).mail.from).toBe(
      'Stella <stella@stella.voorbeeld.nl>',
    )
    const mail = {
      SMTP_URL: 'smtps://naam:geheim@mail.voorbeeld.nl',
      MAIL_FROM: 'Boekhouding <post@voorbeeld.nl>',
    }
    expect(read(mail).mail).toEqual({ serverUrl: mail.SMTP_URL, from: mail.MAIL_FROM })
  })

  test.each(['post@voorbeeld.nl', '<post@voorbeeld.nl>', 'Jan de Boer, Stella <post@voorbeeld.nl>'])(
    'takes %j as a sender',
    (sender) => {
      expect(read({ MAIL_FROM: sender }).mail.from).toBe(sender)
    },
  )

  test.each(['post', 'a@b, c@d', 'Naam <>', 'Naam <a@b> <c@d>', 'a@b\nBcc: c@d'])(
    'refuses %j as a sender',
    (sender) => {
      expect(mistakes({ MAIL_FROM: sender })).toHaveLength(1)
    },
  )

  test('takes the sandbox codes together', () => {
    const books = read({ SANDBOX_USERNAME: 'me', SANDBOX_CODE1: 'a', SANDBOX_CODE2: 'b' }).books
    expect(books).toEqual({ kind: 'sandbox', port: 3900, username: 'me', codes: { code1: 'a', code2: 'b' } })
  })

  test('speaks English where the terminal does', () => {
    expect(read({ LANG: 'en_GB.UTF-8' }).language).toBe('en')
    expect(read({ LANG: 'en_GB.UTF-8', STELLA_LANGUAGE: 'nl' }).language).toBe('nl')
    expect(read({ LANG: 'C.UTF-8' }).language).toBe('nl')
  })

  test.each([
    [{ PORT: 'http' }, ['PORT is «http», maar moet een poort zijn van 1 tot en met 65535.']],
    [{ PORT: '70000' }, ['PORT is «70000», maar moet een poort zijn van 1 tot en met 65535.']],
    [{ SANDBOX_PORT: '0' }, ['SANDBOX_PORT is «0», maar moet een poort zijn van 1 tot en met 65535.']],
    [
      { PORT: '3900' },
      ['PORT en SANDBOX_PORT zijn allebei 3900; kies voor een van de twee een andere poort.'],
    ],
    [{ STELLA_DEMO: 'ja' }, ['STELLA_DEMO is «ja», maar moet 0 of 1 zijn.']],
    [
      { EBOEKHOUDEN_SOAP_URL: 'soap.e-boekhouden.nl' },
      [
        'EBOEKHOUDEN_SOAP_URL is «soap.e-boekhouden.nl», maar moet een volledig adres zijn dat begint met http:// of https://.',
      ],
    ],
    [
      { PUBLIC_URL: 'https://stella.example/pad' },
      [
        'PUBLIC_URL is «https://stella.example/pad», maar moet alleen het begin van het adres zijn, zoals https://stella.voorbeeld.nl, zonder pad.',
      ],
    ],
    ...['proxy', '10.0.0.0/33', '10.0.0.1, ', '::/129', '10.0.0.0/8/8', '10.0.0.0/'].map(
      (value): [Record<string, string>, string[]] => [
        { TRUSTED_PROXIES: value },
        [
          `TRUSTED_PROXIES is «${value}», maar moet uit IP-adressen of reeksen bestaan, met komma’s ertussen, zoals 10.0.0.0/8.`,
        ],
      ],
    ),
    [
      { SANDBOX_CODE1: 'a' },
      ['SANDBOX_CODE1 is ingevuld maar SANDBOX_CODE2 niet; vul beide codes in, of geen van beide.'],
    ],
    [
      { SANDBOX_CODE2: 'a' },
      ['SANDBOX_CODE2 is ingevuld maar SANDBOX_CODE1 niet; vul beide codes in, of geen van beide.'],
    ],
    [
      { SMTP_URL: 'smtp://mail.voorbeeld.nl' },
      [
        'SMTP_URL is ingevuld maar MAIL_FROM niet; geef met MAIL_FROM het adres waarvan Stella e-mail verstuurt.',
      ],
    ],
    [
      { MAIL_FROM: 'Stella' },
      [
        'MAIL_FROM is «Stella», maar moet een e-mailadres zijn, zo nodig met een naam ervoor: Stella <stella@voorbeeld.nl>.',
      ],
    ],
    [
      { SUPPORT_ADDRESS: 'de helpdesk' },
      [
        'SUPPORT_ADDRESS is «de helpdesk», maar moet een e-mailadres zijn, of een volledig adres dat begint met http:// of https://.',
      ],
    ],
    [{ SANDBOX_CODE1: 'x'.repeat(51), SANDBOX_CODE2: 'b' }, ['SANDBOX_CODE1 is langer dan 50 tekens.']],
  ])('names the mistake in %j', (environment, sentences) => {
    expect(mistakes(environment)).toEqual(sentences)
  })

  test('names every mistake at once', () => {
    expect(mistakes({ PORT: 'x', STELLA_DEMO: '2', SANDBOX_CODE1: 'a' })).toHaveLength(3)
  })

  test.each(['STELLA_SECRET_KEY', 'DATABASE_URL', 'SMTP_URL'])(
    'does not repeat the value of %s',
    (setting) => {
      const [sentence, ...others] = mistakes({ [setting]: 'mysql://u:geheim@host/db', MAIL_FROM: 'a@b.nl' })
      expect(others).toEqual([])
      expect(sentence).toContain(setting)
      expect(sentence).not.toContain('geheim')
    },
  )

  test.each([
    '0f'.repeat(32),
    Buffer.alloc(32, 7).toString('base64'),
    Buffer.alloc(32, 7).toString('base64url'),
  ])('accepts keys of 32 bytes as %s', (key) => {
    expect(read({ STELLA_SECRET_KEY: key }).secretKey).toBe(key)
  })
})

function read(environment: Record<string, string>): Configuration {
  const result = readConfiguration(environment, texts)
  if (!result.ok) throw new Error(result.sentences.join(' '))
  return result.configuration
}

function mistakes(environment: Record<string, string>): string[] {
  const result = readConfiguration(environment, texts)
  return result.ok ? [] : result.sentences
}
