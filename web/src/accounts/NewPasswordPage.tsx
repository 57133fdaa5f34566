import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { showNoOrganization } from '../api/shown-organization.ts'
import { showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AccountForm } from './AccountForm.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'
import { resetPassword } from './queries.ts'

/** «Nieuw wachtwoord kiezen»: where the link of the letter leads. Its token stands behind the `#`, which no server sees. */
export function NewPasswordPage() {
  const { account } = useTexts()
  const { hash: token } = useLocation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } })
  const choice = useMutation({
    mutationFn: resetPassword,
    onSuccess: () => {
      showNoOrganization()
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, null)
      return navigate({ ...paths.signIn({ gewijzigd: true }), replace: true })
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  return (
    <AccountForm
      title={account.newPasswordTitle}
      lead={token === '' ? account.linkIncomplete : account.newPasswordLead}
      failedTitle={account.newPasswordFailed}
      entry={choice}
      errors={form.errors}
      onSubmit={form.onSubmit(({ password }) => choice.mutate({ password, token }))}
      other={{ question: account.forgotPassword, link: paths.forgotPassword(), words: account.resetTitle }}
    >
      <NewPasswordField
        label={account.newPassword}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
    </AccountForm>
  )
}
