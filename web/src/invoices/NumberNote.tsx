import { useTexts } from '../language/language.tsx'

/** What making final does: the number it will get, and that it is for ever. */
export function NumberNote({ nextNumber }: { nextNumber: string | null | undefined }) {
  const { invoiceForm: words } = useTexts()
  return (
    <>
      {words.numberNote} <b>{nextNumber ?? words.nextNumber}</b> {words.numberNoteEnd}
    </>
  )
}
