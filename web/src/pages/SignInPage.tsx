import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { sessionQuery, signIn } from '../api/session.ts'
import { Notice } from '../components/Notice.tsx'
import { usePageTitle } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import styles from '../forms/Form.module.css'
import { sentenceOf, showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../paths.ts'

/** «Inloggen». */
export function SignInPage() {
  const texts = useTexts()
  const { account } = texts
  usePageTitle(account.signIn)
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
    <Sheet as="div" className={styles.narrow}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => entry.mutate(values))}>
        <div className={styles.head}>
          <h1>{account.signIn}</h1>
          <p className={styles.lead}>
            <Prose>{uitgelogd ? account.sessionEnded : account.signInLead}</Prose>
          </p>
        </div>
        {entry.error && (
          <Notice kind="failed" title={account.signInFailed}>
            {sentenceOf(entry.error, texts)}
          </Notice>
        )}
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
        <div className={styles.buttons}>
          <Button type="submit" variant="star" loading={entry.isPending}>
            {account.signIn}
          </Button>
        </div>
        <p className={styles.foot}>
          {account.noAccount} <Link {...paths.signUp()}>{account.signUp}</Link>
        </p>
      </form>
    </Sheet>
  )
}
