import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '../api/session.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'
import { QrCode } from './QrCode.tsx'
import { beginSecondFactor, confirmSecondFactor, ownSessionsQuery, secondFactorQuery } from './queries.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import styles from './SecondFactor.module.css'

type Begun = Awaited<ReturnType<typeof beginSecondFactor>>

/** «Tweede stap instellen»: the password, the app with its first code, and the recovery codes once it is on. */
export function SetUpSecondFactor({ onClose }: { onClose: () => void }) {
  const { account: words } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [begun, setBegun] = useState<Begun | null>(null)
  const [isOn, setOn] = useState(false)
  const close = () => {
    onClose()
    // Only now: what stands behind the dialog changes with it, and would take the codes away.
    if (!isOn) return
    toast({ text: words.secondFactorTurnedOn })
    for (const { queryKey } of [secondFactorQuery, sessionQuery, ownSessionsQuery])
      void queryClient.invalidateQueries({ queryKey })
  }
  return (
    <Dialog opened onClose={close} title={isOn ? words.recoveryCodesTitle : words.setUpSecondFactor}>
      {begun === null ? (
        <OwnPasswordForm
          lead={words.setUpLead}
          action={words.setUpGoOn}
          work={beginSecondFactor}
          onDone={setBegun}
          onCancel={close}
        />
      ) : isOn ? (
        <RecoveryCodes codes={begun.recoveryCodes} onClose={close} />
      ) : (
        <FirstCode begun={begun} onDone={() => setOn(true)} onCancel={close} />
      )}
    </Dialog>
  )
}

type FirstCodeProps = { begun: Begun; onDone: () => void; onCancel: () => void }

function FirstCode({ begun, onDone, onCancel }: FirstCodeProps) {
  const { account: words, common } = useTexts()
  const fields = useForm({ initialValues: { code: '' } })
  const confirming = useMutation({
    mutationFn: confirmSecondFactor,
    onSuccess: onDone,
    onError: (failure) => showFieldProblems(fields, failure),
  })
  return (
    <form className={form.form} noValidate onSubmit={fields.onSubmit((values) => confirming.mutate(values))}>
      <p>{words.scanLead}</p>
      <p className={styles.onPhone}>
        <a href={begun.address}>{words.openApp}</a>
      </p>
      <div className={styles.secret}>
        <QrCode text={begun.address} label={words.scanPicture} />
        <div className={form.head}>
          <p className={form.quiet}>{words.keyByHand}</p>
          <code className={styles.key}>{begun.key.match(/.{1,4}/g)?.join(' ')}</code>
        </div>
      </div>
      <FailureNotice title={words.secondFactorNotOn} failure={confirming.error} errors={fields.errors} />
      <TextInput
        label={words.firstCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        className={styles.code}
        data-autofocus
        {...fields.getInputProps('code')}
      />
      <div className={form.buttons}>
        <BusyButton type="submit" variant="star" busy={confirming.isPending}>
          {words.secondFactorTurnOn}
        </BusyButton>
        <Button variant="subtle" onClick={onCancel}>
          {common.cancel}
        </Button>
      </div>
    </form>
  )
}
