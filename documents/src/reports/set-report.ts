import { setView } from '../pdf/set-view.ts'
import { type PdfStandard, typeset } from '../typesetting/typesetter.ts'
import type { Report } from './report.ts'

/**
 * Sets a report as PDF/A-3a on A4, tagged: its headings, and which cell stands below which head. The same report gives
 * the same bytes. It takes the calling thread and its memory; `openTypesetting` sets in processes of its own.
 *
 * @throws TypesettingError
 */
export function setReport(report: Report, standard?: PdfStandard): Uint8Array {
  const { date } = report
  return setView(report, (view) =>
    typeset({ template: 'report', ...view, date, logo: null, attachment: null }, standard),
  )
}
