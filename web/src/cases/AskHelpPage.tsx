import { Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import forms from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { SelectField } from '../forms/SelectField.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Cases.module.css'
import { type HelpSubject, nameOfSubjectQuery, openCase, subjectOf } from './queries.ts'
import { WhatIsSeen } from './WhatIsSeen.tsx'

/** «Vraag hulp»: the question, and in the same step how long the support may look. */
export function AskHelpPage() {
  const { cases: words } = useTexts()
  const subject = subjectOf(useSearch({ from: '/members/organization/hulp/vraag' }))
  const about = useAbout(subject)
  return (
    <>
      <PageHead title={about.title} lead={words.askLead} back={about.back} />
      <Sheet padded className={styles.narrow}>
        <Permitted to="help" sentence="above">
          <AskForm key={JSON.stringify(subject)} subject={subject} />
        </Permitted>
      </Sheet>
    </>
  )
}

function AskForm({ subject }: { subject: HelpSubject }) {
  const { cases: words } = useTexts()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const name = `help.${subject.kind}.${'id' in subject ? subject.id : ''}`
  const kept = useKeptForm({ name, saved: { question: '', hours: '24' } })
  const { form } = kept
  const asking = useSingleMutation({
    mutationFn: ({ question, hours }: typeof form.values) =>
      openCase({ subject, question, consentHours: Number(hours) }),
    onSuccess: async (made) => {
      kept.settle({ question: '', hours: '24' })
      await queryClient.invalidateQueries({ queryKey: ['cases'] })
      void navigate(paths.case(made.id))
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  return (
    <form className={forms.form} noValidate onSubmit={form.onSubmit((values) => asking.mutate(values))}>
      <FailureNotice title={words.notSent} failure={asking.error} errors={form.errors} />
      <Textarea
        label={words.question}
        description={words.questionHelp}
        required
        withAsterisk={false}
        autosize
        minRows={4}
        maxLength={4_000}
        {...form.getInputProps('question')}
      />
      <SelectField
        label={words.howLong}
        data={Object.entries(words.hours).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('hours')}
      />
      <WhatIsSeen kind={subject.kind} />
      <div className={forms.buttons}>
        <BusyButton type="submit" variant="star" busy={asking.isPending}>
          {words.send}
        </BusyButton>
      </div>
    </form>
  )
}

/** What help is asked with, and the way back to it. */
function useAbout(subject: HelpSubject) {
  const { cases: words, customers, integrations, invoices } = useTexts()
  const id = 'id' in subject ? subject.id : ''
  const { data: name } = useQuery(nameOfSubjectQuery(subject))
  switch (subject.kind) {
    case 'invoice':
      return {
        title: words.askTitle.invoice(name ?? ''),
        back: { link: paths.invoice(id), label: name ?? invoices.title },
      }
    case 'customer':
      return {
        title: words.askTitle.customer(name ?? ''),
        back: { link: paths.customer(id), label: name ?? customers.title },
      }
    case 'connection':
      return {
        title: words.askTitle.connection(),
        back: { link: paths.integrations(), label: integrations.title },
      }
  }
}
