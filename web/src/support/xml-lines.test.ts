import { expect, test } from 'vitest'
import { xmlLines } from './xml-lines.ts'

const envelope = (body: string) =>
  `<?xml version="1.0"?><soap:Envelope xmlns:soap="http://x"><soap:Body>${body}</soap:Body></soap:Envelope>`

test('an element is a line, the envelope and prefixes are left out, and empty elements beside each other are one', () => {
  const message = envelope(
    '<e:AddMutatie xmlns:e="http://y"><Soort>FactuurVerstuurd</Soort><MutatieNr/><Boekstuk></Boekstuk>' +
      '<Regels><Regel><Bedrag>12.00</Bedrag></Regel></Regels><Kenmerk /></e:AddMutatie>',
  )
  expect(xmlLines(message)).toEqual([
    { kind: 'open', depth: 0, name: 'AddMutatie' },
    { kind: 'value', depth: 1, name: 'Soort', value: 'FactuurVerstuurd' },
    { kind: 'empty', depth: 1, names: ['MutatieNr', 'Boekstuk'] },
    { kind: 'open', depth: 1, name: 'Regels' },
    { kind: 'open', depth: 2, name: 'Regel' },
    { kind: 'value', depth: 3, name: 'Bedrag', value: '12.00' },
    { kind: 'close', depth: 2, name: 'Regel' },
    { kind: 'close', depth: 1, name: 'Regels' },
    { kind: 'empty', depth: 1, names: ['Kenmerk'] },
    { kind: 'close', depth: 0, name: 'AddMutatie' },
  ])
})

test('what was escaped reads as it was meant, once', () => {
  expect(xmlLines('<a>J&amp;B &amp;lt; &lt;b&gt;</a>')).toEqual([
    { kind: 'value', depth: 0, name: 'a', value: 'J&B &lt; <b>' },
  ])
})

test.each([
  ['a page of HTML', '<html><body><p>Service Unavailable<br></body></html>'],
  ['a message that was cut off', '<a><b>1</b>'],
  ['plain words', 'Bad Gateway'],
  ['two documents', '<a/><b/>'],
  ['nothing', ''],
])('%s is no whole message, and is shown as it came', (_, message) => {
  expect(xmlLines(message)).toBeNull()
})
