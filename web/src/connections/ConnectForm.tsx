import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ApiFailure } from '../api/failure.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { LockIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { focusFirstError, sentenceOf, showFieldProblems } from '../forms/problem.ts'
import { SecretField } from '../forms/SecretField.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './ConnectForm.module.css'
import {
  activateConnection,
  type BooksQuestion,
  type Codes,
  compareCodes,
  connectionQuery,
} from './queries.ts'

type ConnectFormProps = {
  /** The codes open books that somebody must decide about. */
  onQuestion: (codes: Codes, question: BooksQuestion) => void
}

/** The three values that give Stella access. They go to the API once and are shown nowhere after. */
export function ConnectForm({ onQuestion }: ConnectFormProps) {
  const texts = useTexts()
  const { connect: words } = texts
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { data: before } = useQuery(connectionQuery)
  const replacing = before?.state === 'active' || before?.state === 'paused'
  const required = (value: string) => (value.trim() === '' ? words.required : null)
  const fields = useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', securityCode1: '', securityCode2: '' },
    validate: { username: required, securityCode1: required, securityCode2: required },
  })
  const activation = useMutation({
    mutationFn: async (codes: Codes) => {
      try {
        return await activateConnection(codes)
      } catch (failure) {
        if (!(failure instanceof ApiFailure) || failure.code !== 'books_undecided') throw failure
        const question = await compareCodes(codes)
        if (question === null) throw failure
        onQuestion(codes, question)
        return null
      }
    },
    onSuccess: async (connection) => {
      if (connection === null) return
      queryClient.setQueryData(connectionQuery.queryKey, connection)
      void queryClient.invalidateQueries({ queryKey: ['overview'] })
      void queryClient.invalidateQueries({ queryKey: ['activities'] })
      await navigate(paths.integrations({ gelukt: replacing ? 'codes' : 'koppeling' }))
    },
    onError: (failure) => showFieldProblems(fields, failure),
  })
  // Where the service blames both, one sentence says so: the second field is red, and refers to nothing new.
  const { username: said = words.required, securityCode1 } = fields.errors
  const isSaidAbove = said !== words.required && said === securityCode1
  return (
    <Sheet as="div" className={styles.sheet}>
      <form
        className={form.form}
        noValidate
        autoComplete="off"
        onSubmit={fields.onSubmit((values) => activation.mutate(values), focusFirstError)}
      >
        <div className={form.head}>
          <h1>{words.title}</h1>
          <p className={form.lead}>
            <Prose>{words.lead}</Prose>
          </p>
        </div>
        <FailureNotice
          title={words.failedTitle}
          failure={activation.error}
          errors={fields.errors}
          sentence={reasonOf(activation.error, texts)}
        />
        <TextInput
          label={words.username}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="none"
          key={fields.key('username')}
          {...fields.getInputProps('username')}
        />
        <SecretField
          label={words.code1}
          description={words.code1Help}
          autoComplete="off"
          classNames={{ innerInput: styles.code ?? '' }}
          showLabel={words.showCode1}
          key={fields.key('securityCode1')}
          {...fields.getInputProps('securityCode1')}
          error={isSaidAbove ? true : fields.errors.securityCode1}
        />
        <SecretField
          label={words.code2}
          description={words.code2Help}
          autoComplete="off"
          classNames={{ innerInput: styles.code ?? '' }}
          showLabel={words.showCode2}
          key={fields.key('securityCode2')}
          {...fields.getInputProps('securityCode2')}
        />
        <div className={form.buttons}>
          <BusyButton type="submit" variant="star" busy={activation.isPending}>
            {words.submit}
          </BusyButton>
          <ButtonLink {...paths.integrations()} variant="subtle">
            {words.cancel}
          </ButtonLink>
        </div>
        <p className={styles.busy} role="status">
          {activation.isPending && <Prose>{words.busy}</Prose>}
        </p>
        <p className={styles.safe}>
          <LockIcon aria-hidden />
          <span>{words.safe}</span>
        </p>
      </form>
    </Sheet>
  )
}

/** Why it did not work. A field that is to blame says itself how to mend it; that nothing was stored is said always. */
function reasonOf(failure: unknown, texts: ReturnType<typeof useTexts>): string {
  const { nothingStored, tryAgain } = texts.connect
  const problem = failure instanceof ApiFailure ? failure.problem : undefined
  if (problem?.fields?.length) return `${nothingStored} ${tryAgain}`
  const reason = problem?.detail ?? sentenceOf(failure, texts)
  return reason.includes(nothingStored) ? reason : `${reason} ${nothingStored}`
}
