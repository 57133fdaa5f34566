/** Why a file cannot be read, or what it brings not be added, by code; the sentences stand in the texts under the same code. */
export const fileFailures = {
  empty: 'There is nothing in it.',
  not_a_table: 'It is of another kind: a picture, a PDF, or an archive that holds no sheet.',
  old_excel: 'It is of Excel 97–2003; that is saved anew as .xlsx.',
  protected: 'It is locked with a password.',
  cut_off: 'It ends in the middle of a text between quotes, or of an archive.',
  row_too_long: 'A row holds more than 128 kB, so that the quotes or the separator are not what they seem.',
  too_many_rows: 'It has more rows than can be brought in at once.',
  too_large_inside: 'It is small on disk and unfolds to more than can be read.',
  broken_xml: 'It is XML that does not end, is not well-formed, or holds what no invoice or auditfile does.',
  nothing_of_kind: 'It has customers and invoices, and none of what is to be brought in.',
  no_columns: 'No row has two cells beside each other, so that there are no columns.',
  books_not_linked: 'There is no link with the books it is to be read from.',
  books_not_read: 'e-Boekhouden.nl did not let itself be read.',
  unexpected: 'Something went wrong that has no code of its own, twenty times.',
  adding_halted:
    'Adding what is new failed twenty times; what was added stays until a person says otherwise.',
  undoing_halted: 'Taking it back failed twenty times.',
} as const

export type FileFailureCode = keyof typeof fileFailures

/** A file that cannot be read, for a reason that a person can be told. */
export class FileFailure extends Error {
  readonly code: FileFailureCode

  constructor(code: FileFailureCode, options?: ErrorOptions) {
    super(fileFailures[code], options)
    this.code = code
  }
}
