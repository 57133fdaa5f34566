import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { FileFailure, type FileFailureCode } from './file-failure.ts'

/** What stands between the cells of a row. */
export const delimiters = ['semicolon', 'comma', 'tab', 'bar'] as const
export type Delimiter = (typeof delimiters)[number]

const signs: Readonly<Record<Delimiter, string>> = { semicolon: ';', comma: ',', tab: '\t', bar: '|' }

/** Where the quotes or the separator are mistaken, the rest of the file becomes one row; more is no row. */
const LONGEST_ROW = 131_072

/** The separator that occurs most evenly in the first rows: as often in each, and at least once. */
export function recognizeDelimiter(start: string): Delimiter {
  const named = /^sep=(.)/.exec(start)?.[1]
  const lines = linesOutsideQuotes(start).slice(0, 20)
  const scores = delimiters.map((delimiter) => {
    if (signs[delimiter] === named) return Number.POSITIVE_INFINITY
    const counts = lines.map((line) => line.split(signs[delimiter]).length - 1).filter((count) => count > 0)
    const usual = Math.max(
      0,
      ...counts.map((count) => counts.filter((other) => other === count).length * count),
    )
    return usual * (counts.length / Math.max(1, lines.length))
  })
  return delimiters[scores.indexOf(Math.max(...scores))] ?? 'semicolon'
}

/**
 * The rows of a text as it comes in, each as its cells; empty lines are rows without cells, so that the count is that
 * of a spreadsheet.
 *
 * @throws FileFailure `cut_off`, `row_too_long`
 */
export async function* readCsv(text: AsyncIterable<string>, delimiter: Delimiter): AsyncIterable<string[]> {
  const parser = parse({
    delimiter: signs[delimiter],
    bom: true,
    relax_column_count: true,
    // «B.V. "De Hoop"» without quotes around it is a text with quotes in it.
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  const source = Readable.from(text)
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let isFirst = true
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      // Excel's own line that names the separator is no row.
      if (!(isFirst && row.length <= 2 && row[0]?.startsWith('sep='))) yield row
      isFirst = false
    }
  } catch (error) {
    const code = failures[(error as CsvError).code]
    throw code === undefined ? error : new FileFailure(code, { cause: error })
  } finally {
    source.destroy()
  }
}

const failures: Readonly<Record<string, FileFailureCode>> = {
  CSV_QUOTE_NOT_CLOSED: 'cut_off',
  CSV_MAX_RECORD_SIZE: 'row_too_long',
}

function linesOutsideQuotes(text: string): string[] {
  return text
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
}
