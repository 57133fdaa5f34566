import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { BusyButton } from '../components/BusyButton.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { SecretField } from '../forms/SecretField.tsx'
import { useTexts } from '../language/language.tsx'

type OwnPasswordFormProps<Done> = {
  lead: string
  /** The words of its button. */
  action: string
  work: (values: { password: string }) => Promise<Done>
  onDone: (done: Done) => void
  onCancel: () => void
}

/** Asks for one's own password, for what is not done without. */
export function OwnPasswordForm<Done>({ lead, action, work, onDone, onCancel }: OwnPasswordFormProps<Done>) {
  const { account: words, common } = useTexts()
  const form = useForm({ initialValues: { password: '' } })
  const doing = useMutation({
    mutationFn: work,
    onSuccess: onDone,
    onError: (failure) => showFieldProblems(form, failure),
  })
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        // It may be asked for from within another form, which is not sent with it.
        event.stopPropagation()
        form.onSubmit((values) => doing.mutate(values))(event)
      }}
    >
      <p>{lead}</p>
      <FailureNotice title={words.notConfirmed} failure={doing.error} errors={form.errors} />
      <SecretField
        label={words.password}
        autoComplete="current-password"
        showLabel={words.showPassword}
        data-autofocus
        {...form.getInputProps('password')}
      />
      <div className={styles.buttons}>
        <BusyButton type="submit" variant="star" busy={doing.isPending}>
          {action}
        </BusyButton>
        <Button variant="subtle" onClick={onCancel}>
          {common.cancel}
        </Button>
      </div>
    </form>
  )
}
