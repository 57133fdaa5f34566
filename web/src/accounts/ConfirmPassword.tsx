import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { SecretField } from '../forms/SecretField.tsx'
import { useTexts } from '../language/language.tsx'
import { confirmPassword } from './queries.ts'

type ConfirmPasswordProps = {
  opened: boolean
  onSettled: (given: boolean) => void
}

/** Asks for the password where a session stood open. */
export function ConfirmPassword({ opened, onSettled }: ConfirmPasswordProps) {
  const { account: words, common } = useTexts()
  const form = useForm({ initialValues: { password: '' } })
  const confirming = useMutation({
    mutationFn: confirmPassword,
    onSuccess: () => onSettled(true),
    onError: (failure) => showFieldProblems(form, failure),
  })
  const { reset: resetForm } = form
  const { reset: resetFailure } = confirming
  useEffect(() => {
    if (!opened) return
    resetForm()
    resetFailure()
  }, [opened, resetForm, resetFailure])
  return (
    <Dialog opened={opened} onClose={() => onSettled(false)} title={words.confirmTitle}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.stopPropagation()
          form.onSubmit((values) => confirming.mutate(values))(event)
        }}
      >
        <p>{words.confirmLead}</p>
        <FailureNotice title={words.notConfirmed} failure={confirming.error} errors={form.errors} />
        <SecretField
          label={words.password}
          autoComplete="current-password"
          showLabel={words.showPassword}
          data-autofocus
          {...form.getInputProps('password')}
        />
        <div className={styles.buttons}>
          <BusyButton type="submit" variant="star" busy={confirming.isPending}>
            {words.confirm}
          </BusyButton>
          <Button variant="subtle" onClick={() => onSettled(false)}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
