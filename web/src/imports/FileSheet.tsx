import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { ButtonLink } from '../components/links.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Imports.module.css'
import { type ImportDetail, importQuery, kindNames, type ReadingWish, readImport } from './queries.ts'

/** The file, and how it was read: its letters, its separator, its decimals. */
export function FileSheet({ found }: { found: ImportDetail }) {
  const { imports: words } = useTexts()
  const format = useFormat()
  const [isChanging, setChanging] = useState(false)
  const { counts, reading } = found
  if (!reading) return null
  const rows = counts.new + counts.same + counts.changed + counts.wrong
  const isDocument = reading.fileKind === 'ubl' || reading.fileKind === 'audit_file'
  const facts: [string, string, string?][] = [
    [
      words.recognizedAs,
      reading.program ?? words.unknownProgram,
      reading.program ? (isDocument ? words.saidByFile : words.recognizedBy) : words.unknownProgramBy,
    ],
    ...(reading.encoding && reading.delimiter
      ? ([
          [words.encoding, words.encodings[reading.encoding]],
          [words.decimals, words.decimalMarks[reading.decimals]],
          [words.delimiter, words.delimiters[reading.delimiter]],
        ] as [string, string][])
      : reading.fileKind === 'ubl' || reading.fileKind === 'audit_file'
        ? ([[words.documents, words.documentKinds[reading.fileKind]]] as [string, string][])
        : ([[words.sheet, words.sheetText]] as [string, string][])),
    ...(found.kind === 'invoices' && !isDocument
      ? ([[words.dates, words.dateOrders[reading.dates]]] as [string, string][])
      : []),
  ]
  const mayChange = found.state === 'ready' || found.state === 'refused'
  return (
    <Sheet aria-labelledby="import-file">
      <div className={styles.fileHead}>
        <div>
          <h2 id="import-file" className={styles.file}>
            {found.fileName}
          </h2>
          <p className={styles.quiet}>
            {words.by(rows, reading.columns.length, format.moment(found.createdAt), found.requestedBy)}
          </p>
        </div>
        {mayChange && (
          <ButtonLink size="sm" {...paths.newImport(kindNames[found.kind])}>
            {words.another}
          </ButtonLink>
        )}
      </div>
      <dl className={styles.facts}>
        {facts.map(([term, value, how]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <b>{value}</b>
              {how && <small>{how}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {mayChange && reading.encoding && !isChanging && (
        <button type="button" className={styles.changeReading} onClick={() => setChanging(true)}>
          {words.changeReading}
        </button>
      )}
      {isChanging && <ReadingForm found={found} />}
    </Sheet>
  )
}

/** Another way to read the file: a wish that holds for the whole of it. */
function ReadingForm({ found }: { found: ImportDetail }) {
  const { imports: words } = useTexts()
  const queryClient = useQueryClient()
  const { reading } = found
  const [wish, setWish] = useState<ReadingWish>({})
  const reads = useSingleMutation({
    mutationFn: () => readImport(found.id, { revision: found.revision, ...wish }),
    onSuccess: (read) => queryClient.setQueryData(importQuery(found.id).queryKey, read),
  })
  const choices = [
    ['encoding', words.encoding, words.encodings],
    ['decimals', words.decimals, words.decimalMarks],
    ...(found.kind === 'invoices' ? ([['dates', words.dates, words.dateOrders]] as const) : []),
    ['delimiter', words.delimiter, words.delimiters],
  ] as const
  return (
    <form
      className={styles.readingForm}
      onSubmit={(event) => {
        event.preventDefault()
        reads.mutate()
      }}
    >
      <FailureNotice title={words.refusedTitle} failure={reads.error} />
      {choices.map(([part, label, names]) => (
        <SelectField
          key={part}
          label={label}
          value={wish[part] ?? reading?.[part] ?? ''}
          onChange={(event) => setWish({ ...wish, [part]: event.currentTarget.value })}
        >
          {Object.entries(names).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </SelectField>
      ))}
      <BusyButton type="submit" busy={reads.isPending}>
        {words.readAgain}
      </BusyButton>
    </form>
  )
}
