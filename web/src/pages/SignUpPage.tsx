import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { createAccount, sessionQuery } from '../api/session.ts'
import { Notice } from '../components/Notice.tsx'
import { usePageTitle } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import styles from '../forms/Form.module.css'
import { sentenceOf, showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../paths.ts'

/** «Account aanmaken»: a person and an organization in one step. */
export function SignUpPage() {
  const texts = useTexts()
  const { account } = texts
  usePageTitle(account.signUp)
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
    <Sheet as="div" className={styles.narrow}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => creation.mutate(values))}>
        <div className={styles.head}>
          <h1>{account.signUp}</h1>
          <p className={styles.lead}>
            <Prose>{account.signUpLead}</Prose>
          </p>
        </div>
        {creation.error && (
          <Notice kind="failed" title={account.signUpFailed}>
            {sentenceOf(creation.error, texts)}
          </Notice>
        )}
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
        <div className={styles.buttons}>
          <Button type="submit" variant="star" loading={creation.isPending}>
            {account.signUp}
          </Button>
        </div>
        <p className={styles.foot}>
          {account.haveAccount} <Link {...paths.signIn()}>{account.signIn}</Link>
        </p>
      </form>
    </Sheet>
  )
}
