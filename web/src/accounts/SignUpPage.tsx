import { PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AccountForm } from './AccountForm.tsx'
import { createAccount } from './queries.ts'

/** «Account aanmaken»: a person and an organization in one step. */
export function SignUpPage() {
  const { account } = useTexts()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', organizationName: '', email: '', password: '' },
  })
  const creation = useMutation({
    mutationFn: createAccount,
    onSuccess: async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      await navigate(paths.overview())
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  return (
    <AccountForm
      title={account.signUp}
      lead={account.signUpLead}
      failedTitle={account.signUpFailed}
      entry={creation}
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
      <PasswordInput
        label={account.password}
        description={account.passwordHelp}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': account.showPassword }}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
    </AccountForm>
  )
}
