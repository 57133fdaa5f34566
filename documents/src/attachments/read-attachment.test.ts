import { Transformer } from '@napi-rs/image'
import { attachmentLimits } from '@stella/invoicing'
import { describe, expect, test } from 'vitest'
import { pngOf } from '../testing/pictures.ts'
import { readAttachment } from './read-attachment.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const jpegOf = (width: number, height: number) => new Transformer(pngOf(width, height)).jpeg(90)

/** A JPEG as a telephone that was held upright writes it: the dots lie on their side, and a mark says so. */
async function takenUpright(width: number, height: number): Promise<Buffer> {
  const jpeg = await jpegOf(width, height)
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex')
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('Amsterdam, de kade')])
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}

async function read(name: string, data: Uint8Array) {
  const file = await readAttachment(name, data)
  if (!file.ok) throw new Error(file.problem)
  return file
}

describe('an attachment', () => {
  test('that is a PDF goes along as it is', async () => {
    const file = await read('Algemene voorwaarden.pdf', pdf)
    expect(file).toMatchObject({ name: 'Algemene voorwaarden.pdf', format: 'pdf' })
    expect(Buffer.from(file.data).equals(pdf)).toBe(true)
  })

  test('that is a photograph stands upright, fits, and does not say where it was taken', async () => {
    const file = await read('IMG_0042.JPG', await takenUpright(3_000, 1_500))
    expect(file).toMatchObject({ name: 'IMG_0042.JPG', format: 'jpg' })
    const { height, width } = await new Transformer(file.data).metadata()
    expect([width, height]).toEqual([1_200, 2_400])
    expect(Buffer.from(file.data).includes('Amsterdam')).toBe(false)
  })

  test('is what it holds, and its name says so', async () => {
    const jpeg = await jpegOf(10, 10)
    const names = { 'bon.pdf': jpeg, 'foto.png': jpeg, foto: jpeg, 'versie 2.0 def': pdf, 'scan.jpg': pdf }
    const called = await Promise.all(
      Object.entries(names).map(async ([name, data]) => (await read(name, data)).name),
    )
    expect(called).toEqual(['bon.jpg', 'foto.jpg', 'foto.jpg', 'versie 2.0 def.pdf', 'scan.pdf'])
  })

  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Jan\\voorwaarden.pdf', 'voorwaarden.pdf'],
    ['a"b<c>:d|e?f*.pdf', 'a b c d e f.pdf'],
    ['regel\r\nContent-Type: x.pdf', 'regel Content-Type x.pdf'],
    ['...', 'bijlage.pdf'],
    ['', 'bijlage.pdf'],
    ['\u202efdp.exe', 'fdp.pdf'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(100)}.pdf`],
  ])('called %j is kept as %j', async (given, kept) => {
    expect((await read(given, pdf)).name).toBe(kept)
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'attachment_empty'],
    [
      'a program that is called a PDF',
      Buffer.from('MZ\x90\0'.padEnd(200, '\0'), 'latin1'),
      'attachment_format',
    ],
    ['a page of HTML', Buffer.from('<html><script>alert(1)</script></html>'), 'attachment_format'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'attachment_format'],
    ['a ZIP', Buffer.from('504b0304'.padEnd(200, '0'), 'hex'), 'attachment_format'],
    ['half a PDF', pdf.subarray(0, 30), 'attachment_unreadable'],
    ['half a photograph', pngOf(300, 100).subarray(0, 60), 'attachment_unreadable'],
    [
      'a bomb: few bytes that claim 100,000 × 100,000 dots',
      pngOf(100_000, 100_000, 1),
      'attachment_too_large',
    ],
    [
      'more than a mail carries',
      Buffer.concat([pdf, Buffer.alloc(attachmentLimits.bytes)]),
      'attachment_too_large',
    ],
  ])('that is %s is refused', async (_what, data, problem) => {
    expect(await readAttachment('bijlage.pdf', data)).toEqual({ ok: false, problem })
  })
})
