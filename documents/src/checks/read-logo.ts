import { ResizeFit, Transformer } from '@napi-rs/image'
import type { Logo } from '../invoice-document.ts'

/** What a person may hand in: as base64 it fits the largest body of a request, and a good logo is far smaller. */
const LOGO_BYTES = 700_000

/** More is no logo: this many take 40 MB while they are read. What a file claims is seen before it is unpacked. */
const LOGO_PIXELS = 10_000_000

/** Paper shows 85 × 15.75 mm: this is 360 dots an inch there, and screens show less. */
const WIDTH = 1_200
const HEIGHT = 400

/** Of a photograph; a logo with flat colours is PNG, which loses nothing. */
const JPEG_QUALITY = 90

export type LogoProblem = 'logo_format' | 'logo_too_large' | 'logo_unreadable'

export type ReadLogo =
  | { readonly ok: true; readonly logo: Logo & { readonly format: 'png' | 'jpg' } }
  | { readonly ok: false; readonly problem: LogoProblem }

/** One is read at a time, so that however many are handed in at once take no more memory than one. */
let reading: Promise<unknown> = Promise.resolve()

/**
 * Reads a picture by what it holds, whatever it is called, and writes it anew: only dots go on, no larger than paper
 * needs. What it takes to read is known from its head before any of it is unpacked.
 */
export async function readLogo(data: Uint8Array): Promise<ReadLogo> {
  if (data.length > LOGO_BYTES) return refused('logo_too_large')
  const head = headOf(Buffer.from(data.buffer, data.byteOffset, data.byteLength))
  if (head === null) return refused('logo_format')
  if (head.width * head.height > LOGO_PIXELS) return refused('logo_too_large')
  if (head.width === 0 || head.height === 0) return refused('logo_unreadable')
  const written = reading.then(() => writtenAnew(data, head)).catch(() => null)
  reading = written
  const picture = await written
  return picture === null
    ? refused('logo_unreadable')
    : { ok: true, logo: { format: head.format, data: Uint8Array.from(picture) } }
}

function writtenAnew(data: Uint8Array, { format, height, width }: Head): Promise<Uint8Array> {
  const picture = new Transformer(data)
  if (width > WIDTH || height > HEIGHT)
    picture.resize({ width: WIDTH, height: HEIGHT, fit: ResizeFit.Inside })
  return format === 'png' ? picture.png() : picture.jpeg(JPEG_QUALITY)
}

function refused(problem: LogoProblem): ReadLogo {
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
