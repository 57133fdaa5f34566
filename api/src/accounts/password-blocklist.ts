import common from '@zxcvbn-ts/language-common/src/passwords.json' with { type: 'json' }

/** The 49,000 that are used most, as leaks showed. */
const known: ReadonlySet<string> = new Set(common)

/** More than this around a common word is a password of its own: a year and a sign are not. */
const mostAround = 5

/** Fewer different characters are one that is held down, or two in turns. */
const fewestDifferent = 4

/**
 * Whether guessing begins with this password: one of the common ones, such a one with a few figures or signs around it
 * («welkom2026!»), or hardly more than one character.
 */
export function isCommonPassword(password: string): boolean {
  const lowered = password.normalize('NFKC').toLowerCase()
  if (new Set(lowered).size < fewestDifferent) return true
  const bare = lowered.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const isHardlyMore = bare.length >= 5 && lowered.length - bare.length <= mostAround
  return known.has(lowered) || (isHardlyMore && (known.has(bare) || ofHere.has(bare)))
}

/** Words that leaks from elsewhere rank lower than people here do. */
const ofHere: ReadonlySet<string> = new Set([
  'welkom',
  'wachtwoord',
  'geheim',
  'factuur',
  'facturen',
  'boekhouding',
  'eboekhouden',
  'e-boekhouden',
  'stella',
  'nederland',
  'amsterdam',
  'rotterdam',
  'feyenoord',
  'voetbal',
])

/** Whether it is the address it is for, or what stands before its `@`, with little around it. */
export function isAddress(password: string, email: string): boolean {
  const lowered = password.normalize('NFKC').toLowerCase().trim()
  const address = email.trim().toLowerCase()
  const [name = ''] = address.split('@')
  if (
    lowered === address ||
    lowered.replaceAll(/[^\p{L}\p{N}]/gu, '') === address.replaceAll(/[^\p{L}\p{N}]/gu, '')
  )
    return true
  return name.length >= 4 && lowered.includes(name) && lowered.length - name.length <= mostAround
}
