import { encodeQR } from 'qr'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { draftDocument, finalDocument } from '../testing/example-documents.ts'
import { paymentCode, paymentCodePicture } from './payment-code.ts'

test('says what a banking app wants, in version 002, with the name of the account', () => {
  const { organization, customer, invoice } = finalDocument()
  const sender = { ...organization, accountName: 'J. van Dijk e/o M. Bos' }
  expect(paymentCode({ organization: sender, customer, invoice })?.split('\n')).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    'J. van Dijk e/o M. Bos',
    'NL91ABNA0417164300',
    'EUR8551.70',
    '',
    '',
    '2026-0215',
  ])
})

test('a name is as long as the norm lets it be, between whole characters', () => {
  const { organization, customer, invoice } = finalDocument()
  const codeOf = (accountName: string) =>
    paymentCode({ organization: { ...organization, accountName }, customer, invoice }) ?? ''
  expect(codeOf('ë'.repeat(80)).split('\n')[5]).toBe('ë'.repeat(70))
  const wide = codeOf('🚰'.repeat(80))
  expect(Buffer.byteLength(wide)).toBeLessThanOrEqual(331)
  expect(wide.split('\n')[5]).toMatch(/^(🚰){60,69}$/u)
})

test.each([
  ['a draft', draftDocument()],
  ['an account that is not known', without({ iban: null })],
  ['a credit note', creditNote()],
  ['nothing to pay', finalDocument({ lines: [line('1'), line('-1')] })],
])('%s has no code', (_what, document) => {
  expect(paymentCode(document)).toBeNull()
})

test('is read back from its picture, whatever the name', () => {
  const text = `${paymentCode(finalDocument())}\nŁódź é 🚰`
  const bitmap = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const dark = new Set(
    [...paymentCodePicture(text).matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`),
  )
  const drawn = bitmap.map((row, y) => row.map((_cell, x) => dark.has(`${x - 3},${y - 3}`)))
  expect(decodeQR(pixelsOf(drawn))).toBe(text)
})

function pixelsOf(rows: readonly (readonly boolean[])[]) {
  const scale = 4
  const width = rows.length * scale
  const data = new Uint8ClampedArray(4 * width * width).fill(255)
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3)
    }
  }
  return { width, height: width, data }
}

function line(quantity: string) {
  return { description: 'Werk', quantity, unitPrice: '10', vatTreatment: 'high' }
}

function without(change: { iban: null }) {
  const document = finalDocument()
  return { ...document, organization: { ...document.organization, ...change } }
}

function creditNote() {
  const document = finalDocument()
  return { ...document, invoice: { ...document.invoice, kind: 'credit_note' as const } }
}
