import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { usePageTitle } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AccountForm } from './AccountForm.tsx'
import { requestPasswordReset } from './queries.ts'

/** «Nieuw wachtwoord aanvragen». What it answers tells nobody whether there is an account. */
export function ForgotPasswordPage() {
  const { account } = useTexts()
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '' } })
  const asking = useMutation({
    mutationFn: requestPasswordReset,
    onError: (failure) => showFieldProblems(form, failure),
  })
  if (asking.isSuccess)
    return <Asked email={asking.variables.email} letter={asking.data.letter} onAgain={() => asking.reset()} />
  return (
    <AccountForm
      title={account.resetTitle}
      action={account.resetAsk}
      lead={account.resetLead}
      failedTitle={account.resetFailed}
      entry={asking}
      errors={form.errors}
      onSubmit={form.onSubmit((values) => asking.mutate(values))}
      other={{ question: account.rememberedAfterAll, link: paths.signIn(), words: account.signIn }}
    >
      <TextInput
        label={account.email}
        type="email"
        autoComplete="username"
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
    </AccountForm>
  )
}

type AskedProps = { email: string; letter: 'mail' | 'folder'; onAgain: () => void }

function Asked({ email, letter, onAgain }: AskedProps) {
  const { account } = useTexts()
  usePageTitle(account.resetTitle)
  return (
    <Sheet as="div" className={styles.narrow}>
      <div className={styles.form} role="status">
        <div className={styles.head}>
          <h1>{letter === 'mail' ? account.resetAsked(email.trim()) : account.resetAskedTitle}</h1>
          <p className={styles.lead}>
            <Prose>{letter === 'mail' ? account.resetAskedByMail : account.resetAskedInFolder}</Prose>
          </p>
        </div>
        <div className={styles.buttons}>
          <Button variant="default" onClick={onAgain}>
            {account.askAgain}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
