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
import styles from './Imports.module.css'
import { handIn, type ImportDetail, type ImportKind, largestFile } from './queries.ts'

type ChooseFileProps = { kind: ImportKind; onHandedIn: (found: ImportDetail) => void }

/** The field for the file, by choosing or by dropping, and how much of it has arrived. */
export function ChooseFile({ kind, onHandedIn }: ChooseFileProps) {
  const { imports: words } = useTexts()
  const queryClient = useQueryClient()
  const [sent, setSent] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const helpId = useId()
  const sending = useSingleMutation({
    mutationFn: (file: File) => handIn({ file, kind }, setSent),
    onSuccess: (found) => {
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
      onHandedIn(found)
    },
  })
  const take = (file: File | undefined) => {
    if (!file) return
    const why = file.size === 0 ? words.isEmpty : file.size > largestFile ? words.tooLarge : null
    setRefusal(why)
    if (why === null) sending.mutate(file)
  }
  return (
    <Sheet padded className={styles.choose}>
      <p className={styles.prose}>
        <Prose>{words.chooseText}</Prose>
      </p>
      <FailureNotice title={words.notSent} failure={sending.error} />
      <label
        className={styles.drop}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          take(event.dataTransfer.files[0])
        }}
      >
        <span>
          <ImportIcon aria-hidden />
          {sending.isPending ? words.sending(Math.round(sent * 100)) : words.choose}
        </span>
        <input
          type="file"
          className="visually-hidden"
          accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={sending.isPending}
          aria-describedby={helpId}
          aria-invalid={refusal !== null || undefined}
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
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
