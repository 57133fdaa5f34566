import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { type FontFamily, filesOf } from '../fonts/fonts.ts'
import type { Logo } from '../invoice-document.ts'
import { logoFile } from '../pdf/party-view.ts'
import { firstPages, type SetPages } from './first-pages.ts'
import { MissingShapes, TypesettingError } from './typesetting-error.ts'

/** The folder that a template may read from, and nothing beside it. */
const workspace = fileURLToPath(new URL('../pdf/', import.meta.url))
const templates = {
  invoice: readFileSync(new URL('../pdf/invoice.typ', import.meta.url), 'utf8'),
  report: readFileSync(new URL('../reports/report.typ', import.meta.url), 'utf8'),
} as const

/**
 * What a PDF can promise. Typst holds one promise at a time: we ask for A-3a, readable for as long as an invoice
 * must be kept, tagged for who reads with the ears, with files inside. The tests set the same pages as UA-1.
 */
export type PdfStandard = 'a-3a' | 'ua-1'

/**
 * Renders after which what was laid out is forgotten. With none kept the template is read anew for each, which
 * takes 70 ms of 80; with ten, memory grows on.
 */
const CACHED_RENDERS = 3

/** A file inside the PDF. */
export type Attachment = { readonly name: string; readonly text: string; readonly description: string }

export type Job = {
  readonly template: keyof typeof templates
  /** The data of the template, as JSON. */
  readonly view: string
  /** The day of the document, which stands in the file as when it was made. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly families: readonly FontFamily[]
  readonly logo: Logo | null
  readonly attachment: Attachment | null
}

/**
 * Sets a template with its data. The same input gives the same bytes. It takes milliseconds to seconds of the
 * calling thread, and memory that only the end of the process gives back whole.
 *
 * @throws MissingShapes when no font has some of the text, as the norm forbids an empty box
 * @throws TypesettingError
 */
export function typeset(job: Job, standard: PdfStandard = 'a-3a'): Uint8Array {
  const { date } = job
  const creationTimestamp = Date.UTC(date.year, date.month - 1, date.day) / 1_000
  return compiled(job, (compiler, document) =>
    compiler.pdf(document, { pdfStandard: standard, creationTimestamp }),
  )
}

/** The same as pictures, of letters that are drawn: nothing in them runs or is fetched. */
export function typesetPages(job: Job): SetPages {
  return compiled(job, (compiler, document) => firstPages(compiler.plainSvg(document), document.numOfPages))
}

function compiled<Result>(
  { template, view, families, logo, attachment }: Job,
  use: (compiler: NodeCompiler, document: NodeTypstDocument) => Result,
): Result {
  const compiler = compilerWith(families)
  const path = logo === null ? null : `${workspace}${logoFile(logo.format)}`
  if (path !== null && logo !== null) compiler.mapShadow(path, Buffer.from(logo.data))
  try {
    const fonts = JSON.stringify(families.map((it) => it.family))
    const document = compile(compiler, templates[template], {
      view,
      fonts,
      attachment: JSON.stringify(attachment),
    })
    return use(compiler, document)
  } catch (error) {
    throw asTypesettingError(error)
  } finally {
    if (path !== null) compiler.unmapShadow(path)
    compiler.evictCache(CACHED_RENDERS)
  }
}

function compile(
  compiler: NodeCompiler,
  mainFileContent: string,
  inputs: Record<string, string>,
): NodeTypstDocument {
  const outcome = compiler.compile({ mainFileContent, inputs })
  const document = outcome.result
  if (document === null || outcome.hasError()) {
    throw new TypesettingError(JSON.stringify(outcome.takeError()?.shortDiagnostics ?? 'unknown'))
  }
  return document
}

function asTypesettingError(error: unknown): TypesettingError {
  if (error instanceof TypesettingError) return error
  const texts = [...String(error).matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)]
  if (texts.length === 0) return new TypesettingError(String(error), { cause: error })
  return new MissingShapes(
    texts.map(([, text = '']) => unescaped(text)),
    { cause: error },
  )
}

/** As the typesetter quotes what it cannot set: «\u{e000}». */
function unescaped(text: string): string {
  const characters = text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_whole, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
  return characters.replaceAll(/\\+(["\\])/g, '$1')
}

/**
 * One with all fonts that documents needed so far: reading them takes longer than setting a page. Which of them
 * one document is set in, and in what order they are looked through, the template is told.
 */
let kept: { readonly families: ReadonlySet<FontFamily>; readonly compiler: NodeCompiler } | undefined

function compilerWith(needed: readonly FontFamily[]): NodeCompiler {
  if (kept === undefined || needed.some((family) => !kept?.families.has(family))) {
    const families = new Set([...(kept?.families ?? []), ...needed])
    const fontArgs = [{ fontBlobs: [...families].flatMap(filesOf) }]
    kept = { families, compiler: NodeCompiler.create({ workspace, fontArgs }) }
  }
  return kept.compiler
}
