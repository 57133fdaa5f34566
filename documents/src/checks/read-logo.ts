import type { Logo } from '../invoice-document.ts'
import { readPicture } from './read-picture.ts'

/** What a person may hand in: as base64 it fits the largest body of a request, and a good logo is far smaller. */
const LOGO_BYTES = 700_000

/**
 * More dots are no logo: this many take 40 MB while they are read. Paper shows 85 × 15.75 mm, which is 360 dots an inch
 * here, and screens show less.
 */
const bounds = { dots: 10_000_000, width: 1_200, height: 400, jpegQuality: 90 }

export type LogoProblem = 'logo_format' | 'logo_too_large' | 'logo_unreadable'

export type ReadLogo =
  | { readonly ok: true; readonly logo: Logo & { readonly format: 'png' | 'jpg' } }
  | { readonly ok: false; readonly problem: LogoProblem }

/** Reads a logo by what it holds, whatever it is called, and writes it anew no larger than paper needs. */
export async function readLogo(data: Uint8Array): Promise<ReadLogo> {
  if (data.length > LOGO_BYTES) return { ok: false, problem: 'logo_too_large' }
  const read = await readPicture(data, bounds)
  return read.ok
    ? { ok: true, logo: { format: read.format, data: read.data } }
    : { ok: false, problem: `logo_${read.problem}` }
}
