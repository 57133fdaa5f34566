import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reachableAddress } from './reachable-address.ts'

const at = (...addresses: string[]) => ({ lookup: async () => addresses, privately: false })

describe('a mail server of an organization', () => {
  test('is connected to at the address that was judged', async () => {
    expect(await reachableAddress('smtp.voorbeeld.test', at('93.184.215.14', '2606:2800:220:1::1'))).toEqual({
      ok: true,
      address: '93.184.215.14',
    })
  })

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.9',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::25',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'not an address',
  ])('is none at %s', async (address) => {
    const refused = { ok: false, problem: 'mail_server_private' }
    expect(await reachableAddress('smtp.voorbeeld.test', at(address))).toEqual(refused)
    expect(await reachableAddress('smtp.voorbeeld.test', at('93.184.215.14', address))).toEqual(refused)
  })

  test('is none at any of a thousand addresses of our own networks, however they are written', async () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const four = (...first: fc.Arbitrary<number>[]) =>
      fc.tuple(...first, ...Array.from({ length: 4 - first.length }, () => byte)).map((all) => all.join('.'))
    const only = (value: number) => fc.constant(value)
    const own = fc.oneof(
      four(only(0)),
      four(only(10)),
      four(only(127)),
      four(only(100), fc.integer({ min: 64, max: 127 })),
      four(only(169), only(254)),
      four(only(172), fc.integer({ min: 16, max: 31 })),
      four(only(192), only(168)),
      four(fc.integer({ min: 224, max: 255 })),
    )
    const asSix = own.chain((address) => {
      const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
      const hex = [a * 256 + b, c * 256 + d].map((part) => part.toString(16)).join(':')
      return fc.constantFrom(`::ffff:${address}`, `::ffff:${hex}`, `64:ff9b::${hex}`, `2002:${hex}::1`)
    })
    await fc.assert(
      fc.asyncProperty(fc.oneof(own, asSix), async (address) => {
        expect(await reachableAddress('smtp.voorbeeld.test', at(address))).toMatchObject({ ok: false })
      }),
      { numRuns: 1_000 },
    )
  })

  test('may be nearby where whoever runs Stella says so', async () => {
    const nearby = { ...at('127.0.0.1'), privately: true }
    expect(await reachableAddress('localhost', nearby)).toEqual({ ok: true, address: '127.0.0.1' })
  })

  test('that has no address is not there', async () => {
    const failing = { lookup: () => Promise.reject(new Error('ENOTFOUND')), privately: true }
    for (const reach of [at(), failing])
      expect(await reachableAddress('smpt.voorbeeld.test', reach)).toEqual({
        ok: false,
        problem: 'mail_server_not_found',
      })
  })
})
