import { useTexts } from '../language/language.tsx'

/** What making final does: the number it will get, and that it is for ever. */
export function NumberNote({ invoiceDate }: { invoiceDate: string }) {
  const { invoiceForm: words } = useTexts()
  return (
    <>
      {words.numberNote} <b>{words.nextNumber(invoiceDate.slice(0, 4))}</b> {words.numberNoteEnd}
    </>
  )
}
