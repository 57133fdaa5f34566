import { Transformer } from '@napi-rs/image'
import { describe, expect, test } from 'vitest'
import { chunk, pngOf } from '../testing/pictures.ts'
import { readLogo } from './read-logo.ts'

const sizeOf = async (data: Uint8Array) => {
  const { format, height, width } = await new Transformer(data).metadata()
  return [format, width, height]
}

async function logoOf(data: Uint8Array) {
  const read = await readLogo(data)
  if (!read.ok) throw new Error(read.problem)
  return read.logo
}

describe('a logo', () => {
  test('is judged by what it holds, and written anew no larger than paper needs', async () => {
    expect(await sizeOf((await logoOf(pngOf(300, 100))).data)).toEqual(['png', 300, 100])
    expect(await sizeOf((await logoOf(pngOf(2_000, 500))).data)).toEqual(['png', 1_200, 300])
    const jpeg = await new Transformer(pngOf(900, 900)).jpeg(80)
    const logo = await logoOf(jpeg)
    expect([logo.format, ...(await sizeOf(logo.data))]).toEqual(['jpg', 'jpeg', 400, 400])
  })

  test('carries along nothing but its dots', async () => {
    const [signature, rest] = [pngOf(10, 10).subarray(0, 33), pngOf(10, 10).subarray(33)]
    const told = Buffer.concat([signature, chunk('tEXt', Buffer.from('Author\0Jan Jansen')), rest])
    expect(Buffer.from((await logoOf(told)).data).includes('Jan Jansen')).toBe(false)
  })

  test.each([
    ['no picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo_format'],
    ['nothing', Buffer.alloc(0), 'logo_format'],
    [
      'a page of HTML that begins like a JPEG',
      Buffer.from([0xff, 0xd8, ...Buffer.from('<html>')]),
      'logo_unreadable',
    ],
    ['a bomb: few bytes that claim 100,000 × 100,000 dots', pngOf(100_000, 100_000, 1), 'logo_too_large'],
    ['a bomb: 64,000 × 200 dots of nothing', pngOf(64_000, 200), 'logo_too_large'],
    ['a file that is too large', Buffer.concat([pngOf(10, 10), Buffer.alloc(700_000)]), 'logo_too_large'],
    ['half a file', pngOf(300, 100).subarray(0, 60), 'logo_unreadable'],
    ['dots that are missing', pngOf(300, 100, 40), 'logo_unreadable'],
    ['no dots', pngOf(0, 100, 1), 'logo_unreadable'],
  ])('that is %s is refused', async (_what, data, problem) => {
    expect(await readLogo(data)).toEqual({ ok: false, problem })
  })

  test('that unpacks to far more than it claims takes no more memory than it claims', async () => {
    const before = process.memoryUsage().rss
    const read = await readLogo(pngOf(10, 10, 200_000_000))
    expect(read.ok).toBe(true)
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })
})
