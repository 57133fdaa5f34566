import { Dialog } from '../components/Dialog.tsx'
import { useTexts } from '../language/language.tsx'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'
import { confirmPassword } from './queries.ts'

type ConfirmPasswordProps = {
  opened: boolean
  onSettled: (given: boolean) => void
}

/** Asks for the password where a session stood open. */
export function ConfirmPassword({ opened, onSettled }: ConfirmPasswordProps) {
  const { account: words } = useTexts()
  const close = () => onSettled(false)
  return (
    <Dialog opened={opened} onClose={close} title={words.confirmTitle}>
      <OwnPasswordForm
        lead={words.confirmLead}
        action={words.confirm}
        work={confirmPassword}
        onDone={() => onSettled(true)}
        onCancel={close}
      />
    </Dialog>
  )
}
