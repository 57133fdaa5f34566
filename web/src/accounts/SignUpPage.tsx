import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AccountForm } from './AccountForm.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'
import { createAccount } from './queries.ts'
import { useEntry } from './use-entry.ts'

/** «Account aanmaken»: a person and an organization in one step. */
export function SignUpPage() {
  const { account } = useTexts()
  const navigate = useNavigate()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', organizationName: '', email: '', password: '' },
  })
  const creation = useEntry({ form, enter: createAccount, goOn: () => navigate(paths.overview()) })
  return (
    <AccountForm
      title={account.signUp}
      lead={account.signUpLead}
      failedTitle={account.signUpFailed}
      entry={creation}
      errors={form.errors}
      onSubmit={form.onSubmit((values) => creation.mutate(values))}
      other={{ question: account.haveAccount, link: paths.signIn(), words: account.signIn }}
    >
      <TextInput
        label={account.name}
        autoComplete="name"
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={account.organizationName}
        autoComplete="organization"
        key={form.key('organizationName')}
        {...form.getInputProps('organizationName')}
      />
      <TextInput
        label={account.email}
        type="email"
        autoComplete="username"
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
      <NewPasswordField
        label={account.password}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
    </AccountForm>
  )
}
