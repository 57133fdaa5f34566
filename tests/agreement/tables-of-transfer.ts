import { exportStates, importKinds, importStates, rowFates, rowOutcomes } from '@stella/database'
import { languages } from '@stella/texts'
import { dateOrders, decimalMarks, delimiters, encodings, fileKinds, importFields } from '@stella/transfer'
import { fileFailures } from '../../transfer/src/files/file-failure.ts'
import type { Agreement } from './agreement.ts'
import { enumOf, inTexts } from './places.ts'

/** The words of what is brought in and taken out. */
export const agreementsOfTransfer: Readonly<Record<string, Agreement>> = {
  'what can be brought in': {
    words: importKinds,
    places: {
      'the API, Import.kind': () => enumOf('Import.kind'),
      ...inTexts((texts) => texts.screens.imports.kinds),
    },
    columns: ['imports.kind', 'import_mappings.kind'],
  },
  'states of an archive': {
    words: exportStates,
    places: { 'the API, Export.state': () => enumOf('Export.state') },
    columns: ['exports.state'],
  },
  'languages of an archive': { words: languages, places: {}, columns: ['exports.language'] },
  'states of an import': {
    words: importStates,
    places: {
      'the API, Import.state': () => enumOf('Import.state'),
      ...inTexts((texts) => texts.screens.imports.states),
    },
    columns: ['imports.state'],
  },
  'fates of a row that is brought in': {
    words: rowFates,
    places: {
      'the API, ImportRow.fate': () => enumOf('ImportRow.fate'),
      ...inTexts((texts) => texts.screens.imports.fates),
    },
    columns: ['import_rows.fate'],
  },
  'what became of a row': {
    words: rowOutcomes,
    places: {
      'the API, ImportOutcome': () => enumOf('ImportOutcome'),
      ...inTexts((texts) => texts.screens.imports.outcomes),
    },
    columns: ['import_rows.outcome'],
  },
  'kinds of files that are read': {
    words: fileKinds,
    places: { 'the API, ImportReading.fileKind': () => enumOf('ImportReading.fileKind') },
  },
  'how the characters of a file are written': {
    words: encodings,
    places: {
      'the API, ImportReading.encoding': () => enumOf('ImportReading.encoding'),
      ...inTexts((texts) => texts.screens.imports.encodings),
    },
  },
  'what stands between the columns of a file': {
    words: delimiters,
    places: {
      'the API, ImportReading.delimiter': () => enumOf('ImportReading.delimiter'),
      ...inTexts((texts) => texts.screens.imports.delimiters),
    },
  },
  'how decimals of a file are written': {
    words: decimalMarks,
    places: {
      'the API, ImportReading.decimals': () => enumOf('ImportReading.decimals'),
      ...inTexts((texts) => texts.screens.imports.decimalMarks),
    },
  },
  'how days of a file are written': {
    words: dateOrders,
    places: {
      'the API, ImportReading.dates': () => enumOf('ImportReading.dates'),
      ...inTexts((texts) => texts.screens.imports.dateOrders),
    },
  },
  'fields that a column can be': {
    words: [...new Set(Object.values(importFields).flat())],
    places: inTexts(({ screens }) => {
      const { file: _wholeFile, ...fields } = screens.imports.fields
      return fields
    }),
  },
  'why a file cannot be read': {
    words: Object.keys(fileFailures),
    places: {
      'the API, ImportCause.code': () => enumOf('ImportCause.code'),
      ...inTexts((texts) => texts.importCauses),
    },
  },
}
