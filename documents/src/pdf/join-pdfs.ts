import { PDFDocument } from '@cantoo/pdf-lib'

/** Puts PDFs behind one another as one, to be printed. */
export type JoinedPdf = {
  add(pdf: Uint8Array): Promise<void>
  /** With double-sided printing each begins on a sheet of its own, so none stands on the back of another. */
  finish(): Promise<Uint8Array>
}

/**
 * Opens an empty one. The pages are as they were, with the numbers they have; what is inside a PDF besides its pages
 * (an e-invoice, the marks for reading aloud) stays behind, as paper has no use for it.
 */
export async function joinPdfs({ title }: { title: string }): Promise<JoinedPdf> {
  const joined = await PDFDocument.create()
  joined.setTitle(title)
  joined.setProducer('Stella')
  joined.setCreator('Stella')
  return {
    async add(pdf) {
      const one = await PDFDocument.load(pdf, { updateMetadata: false })
      const pages = await joined.copyPages(one, one.getPageIndices())
      for (const page of pages) joined.addPage(page)
    },
    finish: () => joined.save(),
  }
}
