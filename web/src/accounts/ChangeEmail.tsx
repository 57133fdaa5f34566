import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { SecretField } from '../forms/SecretField.tsx'
import { useTexts } from '../language/language.tsx'
import { changeEmail } from './queries.ts'

/** «E-mailadres wijzigen»: nothing changes until the link in a letter to the new one is followed. */
export function ChangeEmail({ onClose }: { onClose: () => void }) {
  const { account: words, common } = useTexts()
  const toast = useToast()
  const form = useForm({ initialValues: { email: '', password: '' } })
  const change = useMutation({
    mutationFn: changeEmail,
    onSuccess: (_, { email }) => {
      toast({ text: words.changeEmailAsked(email.trim()) })
      onClose()
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  return (
    <Dialog opened onClose={onClose} title={words.changeEmail}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <p>{words.changeEmailLead}</p>
        <FailureNotice title={words.notConfirmed} failure={change.error} errors={form.errors} />
        <TextInput
          label={words.newEmail}
          type="email"
          autoComplete="email"
          data-autofocus
          {...form.getInputProps('email')}
        />
        <SecretField
          label={words.password}
          autoComplete="current-password"
          showLabel={words.showPassword}
          {...form.getInputProps('password')}
        />
        <div className={styles.buttons}>
          <BusyButton type="submit" variant="star" busy={change.isPending}>
            {words.changeEmailAsk}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
