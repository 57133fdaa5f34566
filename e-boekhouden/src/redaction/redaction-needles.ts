import { undoEscapes } from './undo-escapes.ts'

/** One form of a secret to look for. With `ignoreCase` its text is in lower case. */
export type Needle = { text: string; ignoreCase: boolean; wholeWord: boolean }

type Manner = Pick<Needle, 'ignoreCase' | 'wholeWord'>

/** Each of the texts as it is, trimmed, with its spaces as an address has them, in base64 and in hex. */
export function formsOf(texts: readonly string[], manner: Manner): Needle[] {
  const needles = texts.flatMap((text) => {
    // A secret may itself look escaped, and is then met with that undone too.
    const plain = [text, text.trim(), undoEscapes(text).text].flatMap((form) => [
      form,
      form.replaceAll(' ', '+'),
    ])
    const coded = [...base64Forms(text.trim()), ...hexForms(text.trim())]
    return [
      ...plain.map((form) => needle(form, manner)),
      ...coded.map((form) => needle(form, { ...manner, wholeWord: false })),
    ]
  })
  const byText = new Map(needles.map((one) => [`${one.wholeWord} ${one.text}`, one]))
  return [...byText.values()].filter(({ text }) => text.trim() !== '')
}

function needle(text: string, { ignoreCase, wholeWord }: Manner): Needle {
  return { text: ignoreCase ? lowerCase(text) : text, ignoreCase, wholeWord }
}

/** Where a text holds the needle; `lower` is the same text in lower case. */
export function placesOf(needle: Needle, text: string, lower: string): { start: number; end: number }[] {
  const hay = needle.ignoreCase ? lower : text
  const places: { start: number; end: number }[] = []
  let start = hay.indexOf(needle.text)
  while (start >= 0) {
    const end = start + needle.text.length
    if (!needle.wholeWord || standsAlone(hay, start, end)) places.push({ start, end })
    start = hay.indexOf(needle.text, end)
  }
  return places
}

function standsAlone(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}]$/u.test(text.slice(0, start).slice(-2)) && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  )
}

/** Lower case of the same length, so that places in it are places in the text. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Base64 of a longer text shows a secret in one of three ways, by where in a group of three bytes it begins. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret)
  return [0, 1, 2]
    .map((offset) => {
      const coded = Buffer.concat([Buffer.alloc(offset), bytes])
        .toString('base64')
        .replace(/=+$/, '')
      const endsWhole = (offset + bytes.length) % 3 === 0
      return coded.slice(offset === 0 ? 0 : offset + 1, endsWhole ? undefined : -1)
    })
    .filter((stable) => stable.length >= shortestBase64)
    .flatMap((stable) => [stable, stable.replaceAll('+', '-').replaceAll('/', '_')])
}

/** Fewer characters turn up by chance. */
const shortestBase64 = 5

function hexForms(secret: string): string[] {
  const hex = Buffer.from(secret).toString('hex')
  return [hex, hex.toUpperCase()]
}
