import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ClosedOrganizations } from '../accounts/ClosedOrganizations.tsx'
import { DeleteAccount } from '../accounts/DeleteAccount.tsx'
import { NewPasswordField } from '../accounts/NewPasswordField.tsx'
import { OwnEmail } from '../accounts/OwnEmail.tsx'
import { OwnSessions } from '../accounts/OwnSessions.tsx'
import { changePassword } from '../accounts/queries.ts'
import { SecondFactor } from '../accounts/SecondFactor.tsx'
import { sessionQuery } from '../api/session.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Facts } from '../components/Facts.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { DigestChoice } from '../digests/DigestChoice.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { SecretField } from '../forms/SecretField.tsx'
import { useTexts } from '../language/language.tsx'
import { PreferencesFrame } from './PreferencesFrame.tsx'

/** «Voorkeuren» › «Mijn account»: what one signs in with. */
export function OwnAccountPage() {
  const { account } = useTexts()
  const { data: session } = useQuery(sessionQuery)
  return (
    <PreferencesFrame title={account.own} lead={account.ownLead}>
      <Sheet padded>
        <div className={styles.form}>
          {session && (
            <Facts
              items={[
                [account.name, session.user.name],
                [account.email, session.user.email],
              ]}
            />
          )}
          {session && <OwnEmail session={session} />}
          <PasswordForm email={session?.user.email ?? ''} />
          {session?.organization && <DigestChoice organization={session.organization.name} />}
        </div>
      </Sheet>
      <SecondFactor />
      <OwnSessions />
      <ClosedOrganizations />
      <DeleteAccount />
    </PreferencesFrame>
  )
}

function PasswordForm({ email }: { email: string }) {
  const { account } = useTexts()
  const showToast = useToast()
  const form = useForm({ mode: 'uncontrolled', initialValues: { currentPassword: '', password: '' } })
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      form.reset()
      showToast({ text: account.passwordChanged })
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <div className={styles.head}>
        <h2>{account.changePassword}</h2>
        <p className={styles.lead}>{account.changePasswordLead}</p>
      </div>
      <FailureNotice title={account.newPasswordFailed} failure={change.error} errors={form.errors} />
      {/* A program that keeps passwords needs to know whose this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <SecretField
        label={account.currentPassword}
        autoComplete="current-password"
        showLabel={account.showPassword}
        key={form.key('currentPassword')}
        {...form.getInputProps('currentPassword')}
      />
      <NewPasswordField
        label={account.newPassword}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <div className={styles.buttons}>
        <BusyButton type="submit" variant="star" busy={change.isPending}>
          {account.changePassword}
        </BusyButton>
      </div>
    </form>
  )
}
