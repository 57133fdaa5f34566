import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import type { Session } from '../api/session.ts'
import styles from '../forms/Form.module.css'
import { SecretField } from '../forms/SecretField.tsx'
import { useTexts } from '../language/language.tsx'
import { placeOf } from '../layouts/routes.tsx'
import { paths } from '../routing/paths.ts'
import { AccountForm } from './AccountForm.tsx'
import { signIn } from './queries.ts'
import { SignInCodeForm } from './SignInCodeForm.tsx'
import { useEntry } from './use-entry.ts'

/** «Inloggen». */
export function SignInPage() {
  const { account } = useTexts()
  const { terug, uitgelogd, gewijzigd, code } = useSearch({ from: '/guests/inloggen' })
  const router = useRouter()
  const navigate = useNavigate()
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } })
  const goOn = (session: Session) => (terug ? router.history.push(terug) : navigate(placeOf(session)))
  const entry = useEntry({
    form,
    enter: async (values) => {
      const answer = await signIn(values)
      if (!('asks' in answer)) return answer
      await navigate(paths.signIn({ ...(terug && { terug }), code: true }))
      return null
    },
    goOn,
  })
  if (code) return <SignInCodeForm goOn={goOn} back={terug} />
  return (
    <AccountForm
      title={account.signIn}
      lead={leadOf(account, { uitgelogd, gewijzigd })}
      failedTitle={account.signInFailed}
      entry={entry}
      errors={form.errors}
      onSubmit={form.onSubmit((values) => entry.mutate(values))}
      other={{ question: account.noAccount, link: paths.signUp(), words: account.signUp }}
    >
      <TextInput
        label={account.email}
        type="email"
        autoComplete="username"
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
      <SecretField
        label={account.password}
        autoComplete="current-password"
        showLabel={account.showPassword}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <p className={styles.foot}>
        <Link {...paths.forgotPassword()}>{account.forgotPassword}</Link>
      </p>
    </AccountForm>
  )
}

function leadOf(
  account: ReturnType<typeof useTexts>['account'],
  { uitgelogd, gewijzigd }: { uitgelogd: true | undefined; gewijzigd: true | undefined },
): string {
  if (gewijzigd) return account.newPasswordChosen
  return uitgelogd ? account.sessionEnded : account.signInLead
}
