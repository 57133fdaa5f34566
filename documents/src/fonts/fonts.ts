import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { charactersOf } from './characters.ts'

/** A family of fonts that comes along as a package of npm, with its files by weight. */
export type FontFamily = { readonly family: string; readonly files: readonly string[] }

/**
 * What every document is set in: Hanken Grotesk for what is common, DejaVu Sans for other alphabets (Greek,
 * Cyrillic, Hebrew, Arabic, Georgian, Armenian) and for signs, Noto Emoji for emoji.
 */
const always: readonly FontFamily[] = [
  {
    family: 'Hanken Grotesk',
    files: ['400Regular', '500Medium', '600SemiBold'].map(
      (weight) => `@expo-google-fonts/hanken-grotesk/${weight}/HankenGrotesk_${weight}.ttf`,
    ),
  },
  {
    family: 'DejaVu Sans',
    files: ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'],
  },
  { family: 'Noto Emoji', files: [regular('noto-emoji', 'NotoEmoji')] },
]

/**
 * Scripts of Asia and Africa. Each is loaded only with a text that needs it: the Chinese one, which has the
 * characters of Japanese too, is 10 MB.
 */
const byScript: readonly FontFamily[] = [
  ...[
    ...['Thai', 'Lao', 'Khmer', 'Myanmar', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil'],
    ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Ethiopic'],
  ].map((script) => ({
    family: `Noto Sans ${script}`,
    files: [regular(`noto-sans-${script.toLowerCase()}`, `NotoSans${script}`)],
  })),
  { family: 'NanumGothic', files: [regular('nanum-gothic', 'NanumGothic')] },
  { family: 'Noto Sans SC', files: [regular('noto-sans-sc', 'NotoSansSC')] },
]

/** The fonts of one document, and what none of them can set. */
export type FontChoice = {
  /** In the order in which they are looked through. */
  readonly families: readonly FontFamily[]
  /** Every character that no font has, once. */
  readonly missing: readonly string[]
}

/** Chooses the fonts a text needs, never those of the machine, so that it looks the same wherever it is set. */
export function chooseFonts(text: string): FontChoice {
  const needed = new Set<FontFamily>(always)
  const missing = new Set<string>()
  for (const character of new Set(text)) {
    if (isNeverSet(character)) continue
    const family = [...needed, ...byScript].find((candidate) => has(candidate, character))
    if (family === undefined) missing.add(character)
    else needed.add(family)
  }
  return { families: [...always, ...byScript].filter((family) => needed.has(family)), missing: [...missing] }
}

/** The bytes of the files of a family. */
export function filesOf({ files }: FontFamily): Buffer[] {
  return files.map(readFont)
}

/** What shapes others or ends a line needs no shape of its own. */
function isNeverSet(character: string): boolean {
  return /^[\n\p{Default_Ignorable_Code_Point}]$/u.test(character)
}

const charactersByFamily = new Map<FontFamily, ReadonlySet<number>>()

/** In every weight: what only one of them has cannot be set in the others. */
function has(family: FontFamily, character: string): boolean {
  const characters = charactersByFamily.get(family) ?? commonCharacters(family)
  charactersByFamily.set(family, characters)
  return characters.has(character.codePointAt(0) ?? 0)
}

function commonCharacters(family: FontFamily): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = filesOf(family).map(charactersOf)
  return new Set([...first].filter((character) => others.every((other) => other.has(character))))
}

function readFont(file: string): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(file)))
}

function regular(packageName: string, name: string): string {
  return `@expo-google-fonts/${packageName}/400Regular/${name}_400Regular.ttf`
}
