import { Transformer } from '@napi-rs/image'
import { expect, test } from 'vitest'
import { pngOf } from '../testing/pictures.ts'
import { letterLogo } from './letter-logo.ts'

const shownOf = async (width: number, height: number) => {
  const logo = await letterLogo({ format: 'png', data: pngOf(width, height) })
  return logo && [logo.width, logo.height]
}

test.each([
  ['a wide one', 1_200, 300, [216, 72]],
  ['a square one', 400, 400, [72, 72]],
  ['one that is smaller already', 60, 20, [84, 44]],
  ['a thin one', 1_200, 1, [216, 25]],
  ['one dot', 1, 1, [25, 25]],
])('%s is shown no larger than its place, with air around', async (_, width, height, shown) => {
  expect(await shownOf(width, height)).toEqual(shown)
})

test.each(['png', 'jpg'] as const)('a %s stands on white of its own, sharp on a phone', async (format) => {
  const dark = new Transformer(pngOf(1_200, 300))
  const data = format === 'png' ? await dark.png() : await dark.jpeg(90)
  const logo = await letterLogo({ format, data })
  const dots = await new Transformer(logo?.png ?? new Uint8Array()).rawPixels()
  const { height, width } = await new Transformer(logo?.png ?? new Uint8Array()).metadata()
  expect([width, height]).toEqual([432, 144])
  expect([...dots.subarray(0, 3)]).toEqual([255, 255, 255])
  for (let at = 3; at < dots.length; at += 4) if (dots[at] !== 255) expect.fail('It can be seen through.')
})

test('where there is none that a mail program shows, there is none', async () => {
  expect(await letterLogo(null)).toBeNull()
  expect(await letterLogo({ format: 'svg', data: Buffer.from('<svg/>') })).toBeNull()
})
