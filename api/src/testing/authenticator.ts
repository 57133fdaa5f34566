import { createHmac } from 'node:crypto'

const stepSeconds = 30

/**
 * What an app for codes shows (RFC 6238), reckoned here by itself from what it scanned. `stepsAhead` is a code of half a
 * minute later or earlier, as of a clock that is not quite right.
 */
export function codeOf(address: string, stepsAhead = 0, now = Date.now()): string {
  const url = new URL(address)
  const key = fromBase32(url.searchParams.get('secret') ?? '')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 1000 / stepSeconds) + stepsAhead))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 0xf
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}
