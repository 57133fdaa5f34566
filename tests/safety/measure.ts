import { randomBytes, randomUUID } from 'node:crypto'
import { createSeal } from '@stella/bookkeeping'
import { parseSealingKeys } from '../../bookkeeping/src/encryption/sealing-keys.ts'
import { textOf } from '../agreement/places.ts'

/** A figure, and whether it reaches its target. */
export type Measured = { readonly figure: string; readonly holds: boolean }

const codes = { username: 'gebruiker', securityCode1: 'code-een-3f9a71', securityCode2: 'code-twee-88b0c4' }
const place = () => ({
  organizationId: randomUUID(),
  rowId: randomUUID(),
  purpose: 'e-boekhouden-codes' as const,
})
const newSeal = (...keys: string[]) => createSeal(parseSealingKeys(keys.join(','), 'drawn'))
const newKey = () => randomBytes(32).toString('hex')

/** How many of a thousand sealed secrets open where another one belongs. */
export function swappedCiphertexts(): Measured {
  const seal = newSeal(newKey())
  const sealed = Array.from({ length: 1_000 }, () => {
    const at = place()
    return { at, secret: seal.seal(codes, at) }
  })
  const opened = sealed.filter(({ secret }, at) => {
    const other = sealed[(at + 1) % sealed.length]
    try {
      if (other !== undefined) seal.open(secret, other.at)
      return true
    } catch {
      return false
    }
  })
  return { figure: `${opened.length} of ${sealed.length}`, holds: opened.length === 0 }
}

/** How long a hundred thousand secrets take to be opened with the old key and sealed with the new one. */
export function rotation(): Measured {
  const count = 100_000
  const old = newKey()
  const before = newSeal(old)
  const after = newSeal(newKey(), old)
  const at = place()
  const secrets = Array.from({ length: count }, () => before.seal(codes, at))
  const started = performance.now()
  for (const secret of secrets) after.seal(after.open(secret, at), at)
  const seconds = (performance.now() - started) / 1_000
  return { figure: `${count} in ${seconds.toFixed(1)} s, without the database`, holds: seconds <= 60 }
}

/** How much of ASVS that applies docs/security.md shows. */
export function asvs(): Measured {
  const page = textOf('docs/security.md')
  const count = (heading: string) => {
    const section = page.split(`${heading}\n`)[1]?.split('\n## ')[0] ?? ''
    return [...section.matchAll(/^\| \d+\.\d+\.\d+ /gm)].length
  }
  const [shown, open] = [count('## ASVS 5.0, levels 1 and 2'), count('## Open')]
  const share = shown / (shown + open)
  return { figure: `${shown} of ${shown + open}, ${(share * 100).toFixed(1)} %`, holds: share >= 0.95 }
}
