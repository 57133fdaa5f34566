import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { askPasswordWith } from '../api/confirm-password.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { SecretField } from '../forms/SecretField.tsx'
import { useTexts } from '../language/language.tsx'
import { confirmPassword } from './queries.ts'

/** Asks for the password where a session stood open; what was asked of the API goes on once it is given. */
export function ConfirmPassword() {
  const { account: words, common } = useTexts()
  const answer = useRef<(given: boolean) => void>(undefined)
  const [asked, setAsked] = useState(false)
  const form = useForm({ initialValues: { password: '' } })
  const settle = (given: boolean) => {
    answer.current?.(given)
    answer.current = undefined
    setAsked(false)
  }
  const confirming = useMutation({
    mutationFn: confirmPassword,
    onSuccess: () => settle(true),
    onError: (failure) => showFieldProblems(form, failure),
  })
  const { reset: resetForm } = form
  const { reset: resetFailure } = confirming
  useEffect(
    () =>
      askPasswordWith(
        () =>
          new Promise((resolve) => {
            answer.current = resolve
            resetForm()
            resetFailure()
            setAsked(true)
          }),
      ),
    [resetForm, resetFailure],
  )
  return (
    <Dialog opened={asked} onClose={() => settle(false)} title={words.confirmTitle}>
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
          <Button variant="subtle" onClick={() => settle(false)}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
