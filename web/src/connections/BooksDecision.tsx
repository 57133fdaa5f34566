import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { BusyButton } from '../components/BusyButton.tsx'
import { BackIcon } from '../components/icons.ts'
import { Notice } from '../components/Notice.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { BooksChoices, type Choice } from './BooksChoices.tsx'
import styles from './BooksDecision.module.css'
import { BooksPair } from './BooksPair.tsx'
import { activateConnection, type BooksQuestion, type Codes, connectionQuery } from './queries.ts'
import { WhatStays } from './WhatStays.tsx'

type BooksDecisionProps = {
  codes: Codes
  question: BooksQuestion
  /** Back to entering codes. */
  onBack: () => void
  /** The books that are linked changed meanwhile: it must be asked anew. */
  onOutdated: () => void
}

/** Codes of other books than before: nothing changes until somebody chose. */
export function BooksDecision({ codes, question, onBack, onOutdated }: BooksDecisionProps) {
  const texts = useTexts()
  const { otherBooks: words } = texts
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const toast = useToast()
  const choices = useRef<HTMLDivElement>(null)
  const [choice, setChoice] = useState<Choice | null>(null)
  const { current, offered, verdict, warnings } = question
  const going = useMutation({
    mutationFn: (chosen: 'switch' | 'same') =>
      activateConnection({
        ...codes,
        decision: { choice: chosen, from: current?.id ?? null, accepted: warnings },
      }),
    onSuccess: async (connection) => {
      queryClient.setQueryData(connectionQuery.queryKey, connection)
      await queryClient.invalidateQueries()
      await navigate(paths.integrations({ gelukt: choice === 'same' ? 'codes' : 'boeken' }))
    },
    onError: (failure) => {
      if (failure instanceof Error && 'code' in failure && failure.code === 'books_undecided') onOutdated()
    },
  })
  const decide = async (event: FormEvent) => {
    event.preventDefault()
    if (choice === null) return choices.current?.querySelector('input')?.focus()
    if (choice !== 'stay') return going.mutate(choice)
    toast({ text: words.stayed })
    await navigate(paths.integrations())
  }
  return (
    <form onSubmit={decide}>
      <Button
        variant="subtle"
        size="sm"
        className={styles.back}
        leftSection={<BackIcon aria-hidden />}
        onClick={onBack}
      >
        {words.back}
      </Button>
      <PageHead title={words.title[verdict]} lead={words.lead(current)} />
      {warnings.length > 0 && (
        <div className={styles.warnings}>
          {warnings.map((warning) => (
            <Notice key={warning} kind="waiting" title={words.warningTitles[warning]}>
              <Prose>{words.warnings[warning](offered)}</Prose>
            </Notice>
          ))}
        </div>
      )}
      <BooksPair question={question} username={codes.username.trim()} />
      {current && <WhatStays current={current} />}
      <h2 className={styles.block} id="how">
        {words.how}
      </h2>
      <div ref={choices}>
        <BooksChoices question={question} choice={choice} onChoose={setChoice} />
      </div>
      <FailureNotice title={words.failed} failure={going.error} />
      <div className={styles.decide}>
        <div className={styles.buttons}>
          <BusyButton type="submit" variant="star" busy={going.isPending}>
            {choice === null ? words.verbs.none : words.verbs[choice]}
          </BusyButton>
          <Button variant="subtle" onClick={onBack}>
            {words.otherCodes}
          </Button>
        </div>
        {current && <p className={styles.note}>{words.note(current.name)}</p>}
      </div>
    </form>
  )
}
