const INK = '#1a1a1c'

/** The contrast on white that text needs (WCAG 1.4.3). Rules say nothing alone and may have less. */
const READABLE = 4.5

/** The sender's colour for rules and for amounts; amounts fall back to ink where the colour is too light to read. */
export function accentsOf(colour: string | null): { readonly rules: string; readonly amounts: string } {
  if (colour === null || !/^#[0-9a-f]{6}$/i.test(colour)) return { rules: INK, amounts: INK }
  return { rules: colour, amounts: contrastOnWhite(colour) >= READABLE ? colour : INK }
}

/**
 * A button in the sender's colour and the words on it: white where that can be read, else black, which has 4.6:1 at least
 * on what white has less than 4.5:1 on. Ink has not.
 */
export function buttonOf(colour: string | null): { readonly ground: string; readonly words: string } {
  const { amounts, rules } = accentsOf(colour)
  return { ground: rules, words: rules === amounts ? '#ffffff' : '#000000' }
}

function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    light(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function light(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
