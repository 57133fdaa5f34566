import { crc32, deflateSync } from 'node:zlib'

/** A PNG that claims a size, with one colour for as many bytes of dots as it has. */
export function pngOf(width: number, height: number, bytes = (width * 4 + 1) * height): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits for each of red, green, blue and how opaque.
  head.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const dots = deflateSync(Buffer.alloc(bytes))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', dots), chunk('IEND', Buffer.alloc(0))])
}

export function chunk(kind: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(content), 4)
  return Buffer.concat([around.subarray(0, 4), content, around.subarray(4)])
}
