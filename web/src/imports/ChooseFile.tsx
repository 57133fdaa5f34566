import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { ImportIcon } from '../components/icons.ts'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { asArchive } from './as-archive.ts'
import styles from './Imports.module.css'
import { handIn, type ImportDetail, type ImportKind, largestFile } from './queries.ts'

type ChooseFileProps = { kind: ImportKind; onHandedIn: (found: ImportDetail) => void }

/** More than is taken: told beside the field. */
class TooLarge extends Error {}

/** The field for the file, by choosing or by dropping, and how much of it has arrived. */
export function ChooseFile({ kind, onHandedIn }: ChooseFileProps) {
  const { imports: words } = useTexts()
  const queryClient = useQueryClient()
  const [sent, setSent] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const helpId = useId()
  const sending = useSingleMutation({
    mutationFn: async (files: readonly File[]) => {
      const [file] = files.length === 1 ? files : [await asArchive(files, words.archiveName)]
      if (file === undefined || file.size > largestFile) throw new TooLarge()
      return handIn({ file, kind }, setSent)
    },
    onError: (error) => {
      if (error instanceof TooLarge) setRefusal(words.tooLarge)
    },
    onSuccess: (found) => {
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
      onHandedIn(found)
    },
  })
  const take = (files: readonly File[]) => {
    if (files.length === 0) return
    const isMixed = files.length > 1 && !files.every(({ name }) => /\.xml$/i.test(name))
    const why = isMixed ? words.oneList : files.every(({ size }) => size === 0) ? words.isEmpty : null
    setRefusal(why)
    if (why === null) sending.mutate(files)
  }
  return (
    <Sheet padded className={styles.choose}>
      <p className={styles.prose}>
        <Prose>{words.chooseText}</Prose>
      </p>
      <FailureNotice
        title={words.notSent}
        failure={sending.error instanceof TooLarge ? null : sending.error}
      />
      <label
        className={styles.drop}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          take([...event.dataTransfer.files])
        }}
      >
        <span>
          <ImportIcon aria-hidden />
          {sending.isPending ? words.sending(Math.round(sent * 100)) : words.choose}
        </span>
        <input
          type="file"
          className="visually-hidden"
          multiple
          accept=".csv,.txt,.tsv,.xlsx,.xml,.xaf,.zip,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={sending.isPending}
          aria-describedby={helpId}
          aria-invalid={refusal !== null || undefined}
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])])
            // The same file, mended, is another choice.
            event.currentTarget.value = ''
          }}
        />
        {sending.isPending && (
          <progress value={sent} max={1} aria-label={words.sending(Math.round(sent * 100))} />
        )}
      </label>
      <p
        id={helpId}
        className={refusal === null ? styles.quiet : styles.refusal}
        role={refusal ? 'alert' : undefined}
      >
        {refusal ?? words.chooseHelp}
      </p>
      <p>
        <Link {...paths.imports()}>{words.all}</Link>
      </p>
    </Sheet>
  )
}
