import { TextInput, UnstyledButton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Session } from '../api/session.ts'
import styles from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AccountForm } from './AccountForm.tsx'
import { signInWithCode } from './queries.ts'
import own from './SecondFactor.module.css'
import { useEntry } from './use-entry.ts'

type SignInCodeFormProps = {
  goOn: (session: Session) => void | Promise<void>
  /** Where signing in leads back to. */
  back: string | undefined
}

/** The second step of «Inloggen»: a code of the app, or a recovery code for who has not got the phone. */
export function SignInCodeForm({ goOn, back }: SignInCodeFormProps) {
  const { account } = useTexts()
  const [isRecovery, setRecovery] = useState(false)
  const form = useForm({ initialValues: { code: '' } })
  const entry = useEntry({ form, enter: signInWithCode, goOn })
  const change = () => {
    setRecovery(!isRecovery)
    form.reset()
    entry.reset()
  }
  return (
    <AccountForm
      title={account.codeTitle}
      action={account.signIn}
      lead={isRecovery ? account.recoveryCodeLead : account.codeLead}
      failedTitle={account.signInFailed}
      entry={entry}
      errors={form.errors}
      onSubmit={form.onSubmit((values) => entry.mutate(values))}
      other={{
        question: account.otherAccount,
        link: paths.signIn(back === undefined ? {} : { terug: back }),
        words: account.backToPassword,
      }}
    >
      <TextInput
        key={isRecovery ? 'recovery' : 'app'}
        label={isRecovery ? account.recoveryCode : account.code}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoFocus
        {...form.getInputProps('code')}
      />
      <p className={styles.foot}>
        <UnstyledButton className={own.link} onClick={change}>
          {isRecovery ? account.useApp : account.useRecoveryCode}
        </UnstyledButton>
      </p>
    </AccountForm>
  )
}
