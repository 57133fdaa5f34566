import { ResizeFit, Transformer } from '@napi-rs/image'

/** What a picture may be, and what it becomes. */
export type PictureBounds = {
  /** What a file claims is seen before it is unpacked; each dot takes four bytes while it is read. */
  readonly dots: number
  /** Larger pictures are made to fit. */
  readonly width: number
  readonly height: number
  /** Of a photograph, from 0 to 100; a PNG loses nothing. */
  readonly jpegQuality: number
}

export type ReadPicture =
  | { readonly ok: true; readonly format: 'png' | 'jpg'; readonly data: Uint8Array }
  | { readonly ok: false; readonly problem: 'format' | 'too_large' | 'unreadable' }

/** One is read at a time, so that however many are handed in at once take no more memory than one. */
let reading: Promise<unknown> = Promise.resolve()

/**
 * Reads a picture by what it holds, whatever it is called, and writes it anew: only dots go on, upright, without where
 * and with what it was taken. What it takes to read is known from its head before any of it is unpacked.
 */
export async function readPicture(data: Uint8Array, bounds: PictureBounds): Promise<ReadPicture> {
  const head = headOf(Buffer.from(data.buffer, data.byteOffset, data.byteLength))
  if (head === null) return refused('format')
  if (head.width * head.height > bounds.dots) return refused('too_large')
  if (head.width === 0 || head.height === 0) return refused('unreadable')
  const written = reading.then(() => writtenAnew(data, head, bounds)).catch(() => null)
  reading = written
  const picture = await written
  if (picture === null) return refused('unreadable')
  return { ok: true, format: head.format, data: Uint8Array.from(picture) }
}

function writtenAnew(
  data: Uint8Array,
  head: Head,
  { height, jpegQuality, width }: PictureBounds,
): Promise<Uint8Array> {
  // As the camera was held; without it a photograph taken upright lies on its side.
  const picture = new Transformer(data).rotate()
  if (head.width > width || head.height > height) picture.resize({ width, height, fit: ResizeFit.Inside })
  return head.format === 'png' ? picture.png() : picture.jpeg(jpegQuality)
}

function refused(problem: Extract<ReadPicture, { ok: false }>['problem']): ReadPicture {
  return { ok: false, problem }
}

type Head = { readonly format: 'png' | 'jpg'; readonly width: number; readonly height: number }

/** What a PNG or JPEG says of itself; null of anything else. */
function headOf(data: Buffer): Head | null {
  if (data.length >= 24 && data.subarray(0, 8).equals(PNG)) {
    return { format: 'png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
  }
  if (data.length < 4 || data.readUInt16BE(0) !== JPEG_START) return null
  const size = sizeOfJpeg(data)
  return { format: 'jpg', width: size?.width ?? 0, height: size?.height ?? 0 }
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG_START = 0xffd8

/** From the frame header, the first segment of kind C0–CF that is no table (ITU T.81, B.1.1.3). */
function sizeOfJpeg(data: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 <= data.length; ) {
    if (data[at] !== 0xff) return null
    const marker = data[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) }
    }
    at += marker === 0xff ? 1 : 2 + data.readUInt16BE(at + 2)
  }
  return null
}
