import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { SecretField } from '../forms/SecretField.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AccountForm } from './AccountForm.tsx'
import { signIn } from './queries.ts'
import { useEntry } from './use-entry.ts'

/** «Inloggen». */
export function SignInPage() {
  const { account } = useTexts()
  const { terug, uitgelogd } = useSearch({ from: '/guests/inloggen' })
  const router = useRouter()
  const navigate = useNavigate()
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } })
  const entry = useEntry({
    form,
    enter: signIn,
    goOn: ({ organization }) =>
      terug ? router.history.push(terug) : navigate(organization ? paths.overview() : paths.support()),
  })
  return (
    <AccountForm
      title={account.signIn}
      lead={uitgelogd ? account.sessionEnded : account.signInLead}
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
    </AccountForm>
  )
}
