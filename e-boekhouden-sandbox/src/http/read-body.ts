import type { IncomingMessage } from 'node:http'

/** The whole body, or `null` when it is larger than `limit` bytes; then the rest is not read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null
  const parts: Buffer[] = []
  let size = 0
  const read: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false })
  for await (const part of read) {
    size += part.byteLength
    if (size > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}
