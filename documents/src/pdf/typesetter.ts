import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/**
 * Hanken Grotesk for what is common, DejaVu Sans for other alphabets, Noto Emoji for emoji. For what is in none
 * of them (Chinese, for one) the typesetter looks among the fonts of the machine.
 */
const fontFiles = [
  '@expo-google-fonts/hanken-grotesk/400Regular/HankenGrotesk_400Regular.ttf',
  '@expo-google-fonts/hanken-grotesk/500Medium/HankenGrotesk_500Medium.ttf',
  '@expo-google-fonts/hanken-grotesk/600SemiBold/HankenGrotesk_600SemiBold.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
]

/** Renders after which what was laid out is forgotten; keeps memory flat in a server that runs for months. */
const CACHED_RENDERS = 10

const template = readFileSync(new URL('./invoice.typ', import.meta.url), 'utf8')
let compiler: NodeCompiler | undefined

/** Why a document could not be set. It is a fault of the template or its data, never of the reader. */
class TypesettingError extends Error {
  override readonly name = 'TypesettingError'
}

/**
 * Sets the template with the view as its data, as PDF/A-3b: readable for as long as an invoice must be kept.
 * The same view gives the same bytes.
 *
 * The norm forbids a character that no font has. An invoice with one becomes a plain PDF, in which that
 * character is an empty box; the attached e-invoice has it whole.
 *
 * @throws TypesettingError
 */
export function typeset(view: { readonly date: { year: number; month: number; day: number } }): Uint8Array {
  const typesetter = compilerWithFonts()
  const document = compile(typesetter, JSON.stringify(view))
  const { year, month, day } = view.date
  const options = { creationTimestamp: Date.UTC(year, month - 1, day) / 1_000 }
  try {
    return typesetter.pdf(document, { ...options, pdfStandard: 'a-3b' })
  } catch (error) {
    if (!lacksGlyph(error)) throw new TypesettingError(String(error), { cause: error })
    return typesetter.pdf(document, options)
  } finally {
    typesetter.evictCache(CACHED_RENDERS)
  }
}

function compilerWithFonts(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: fileURLToPath(new URL('.', import.meta.url)),
    fontArgs: [
      { fontBlobs: fontFiles.map((file) => readFileSync(fileURLToPath(import.meta.resolve(file)))) },
    ],
  })
  return compiler
}

function compile(typesetter: NodeCompiler, view: string): NodeTypstDocument {
  const outcome = typesetter.compile({ mainFileContent: template, inputs: { view } })
  const document = outcome.result
  if (document === null || outcome.hasError()) {
    throw new TypesettingError(JSON.stringify(outcome.takeError()?.shortDiagnostics ?? 'unknown'))
  }
  return document
}

function lacksGlyph(error: unknown): boolean {
  return error instanceof Error && error.message.includes('could not be displayed with')
}
