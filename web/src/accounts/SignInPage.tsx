import { PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AccountForm } from './AccountForm.tsx'
import { signIn } from './queries.ts'

/** «Inloggen». */
export function SignInPage() {
  const { account } = useTexts()
  const { terug, uitgelogd } = useSearch({ from: '/guests/inloggen' })
  const router = useRouter()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } })
  const entry = useMutation({
    mutationFn: signIn,
    onSuccess: async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      if (terug) router.history.push(terug)
      else await navigate(session.organization ? paths.overview() : paths.support())
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  return (
    <AccountForm
      title={account.signIn}
      lead={uitgelogd ? account.sessionEnded : account.signInLead}
      failedTitle={account.signInFailed}
      entry={entry}
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
      <PasswordInput
        label={account.password}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': account.showPassword }}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
    </AccountForm>
  )
}
