import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Prose } from '../components/Prose.tsx'
import { today } from '../format/days.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { fieldProblemsOf } from '../forms/problem.ts'
import { TickField } from '../forms/TickField.tsx'
import { useLanguage, useTexts } from '../language/language.tsx'
import styles from './Exports.module.css'
import { createExport, exportsQuery } from './queries.ts'

/** Before this no invoice is dated. */
const firstDay = '1980-01-01'
const lastDay = '2049-12-31'

/** Of which period an archive is to be made. */
export function ExportForm({ isBusy }: { isBusy: boolean }) {
  const { exports: words } = useTexts()
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const year = Number(today().slice(0, 4))
  const [from, setFrom] = useState(`${year}-01-01`)
  const [until, setUntil] = useState(`${year}-12-31`)
  const [withDocuments, setWithDocuments] = useState(true)
  const making = useSingleMutation({
    mutationFn: () => createExport({ from, until, withDocuments, language }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
  const choose = (first: string, last: string) => {
    setFrom(first)
    setUntil(last)
  }
  const problem = fieldProblemsOf(making.error).find(({ path }) => path === 'until')
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        making.mutate()
      }}
    >
      <p>
        <Prose>{words.text}</Prose>
      </p>
      <FailureNotice title={words.notMade} failure={making.error} />
      <div className={styles.choices}>
        {[year, year - 1].map((it) => (
          <Button key={it} size="sm" onClick={() => choose(`${it}-01-01`, `${it}-12-31`)}>
            {words.year(it)}
          </Button>
        ))}
        <Button size="sm" onClick={() => choose(firstDay, lastDay)}>
          {words.all}
        </Button>
      </div>
      <div className={styles.pair}>
        <TextInput
          type="date"
          label={words.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.until}
          value={until}
          error={problem?.message}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <TickField
        label={words.withDocuments}
        help={words.withDocumentsHelp}
        checked={withDocuments}
        onChange={setWithDocuments}
      />
      <div>
        <BusyButton type="submit" variant="star" busy={making.isPending || isBusy}>
          {words.make}
        </BusyButton>
      </div>
      <p className={styles.quiet}>{words.imports}</p>
    </form>
  )
}
