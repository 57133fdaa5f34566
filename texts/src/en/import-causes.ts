import type * as dutch from '../nl/import-causes.ts'

export const importCauses = {
  empty: 'There is nothing in this file.',
  not_a_table: 'This is no list. Choose a CSV file or an Excel file (.xlsx).',
  old_excel: 'This is an Excel file of before 2007. Save it in Excel as .xlsx and choose it again.',
  protected: 'This file is locked with a password. Take it off and choose the file again.',
  cut_off: 'This file ends in the middle of a text, or is damaged. Take it out of the other program again.',
  row_too_long:
    'A row is longer than can be. Is there one quotation mark too many somewhere? Or choose another separator.',
  too_many_rows: 'There are more rows than go at once: 250,000 in a CSV, 100,000 in Excel. Divide the file.',
  too_large_inside: 'Unfolded this file is too large. Save the sheet as CSV and choose that.',
  broken_xml:
    'This XML file is not whole, or holds what does not belong there. Take it out of the other program anew.',
  nothing_of_kind:
    'This file has nothing of this kind: an e-invoice or auditfile has customers and invoices.',
  no_columns:
    'No columns can be found. Choose another separator, or see whether the file has titles above its columns.',
  books_not_linked: 'There is no link with these books at e-Boekhouden.nl any more.',
  books_not_read:
    'e-Boekhouden.nl gave no answer that Stella can use. See at Preferences, Integrations whether the link works, and fetch it anew.',
  unexpected: 'Stella cannot read it. Try again; if it still fails, contact us.',
  adding_halted:
    'Something went wrong halfway, twenty times over. What was added is there. Go on, or undo it; if that fails, contact us.',
  undoing_halted: 'Undoing it stopped halfway, twenty times over. Go on; if that fails, contact us.',
} satisfies typeof dutch.importCauses
