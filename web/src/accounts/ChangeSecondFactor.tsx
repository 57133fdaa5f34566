import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '../api/session.ts'
import { Dialog } from '../components/Dialog.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'
import { makeRecoveryCodes, removeSecondFactor, secondFactorQuery } from './queries.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

/** «Nieuwe herstelcodes». */
export function NewRecoveryCodes({ onClose }: { onClose: () => void }) {
  const { account: words } = useTexts()
  const queryClient = useQueryClient()
  const [codes, setCodes] = useState<string[] | null>(null)
  return (
    <Dialog opened onClose={onClose} title={words.newRecoveryCodes}>
      {codes ? (
        <RecoveryCodes codes={codes} onClose={onClose} />
      ) : (
        <OwnPasswordForm
          lead={words.newRecoveryCodesLead}
          action={words.newRecoveryCodes}
          work={makeRecoveryCodes}
          onDone={({ recoveryCodes }) => {
            setCodes(recoveryCodes)
            void queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey })
          }}
          onCancel={onClose}
        />
      )}
    </Dialog>
  )
}

/** «Tweede stap uitzetten». */
export function TurnSecondFactorOff({ onClose }: { onClose: () => void }) {
  const { account: words } = useTexts()
  const queryClient = useQueryClient()
  const toast = useToast()
  return (
    <Dialog opened onClose={onClose} title={words.secondFactorTurnOffTitle}>
      <OwnPasswordForm
        lead={words.secondFactorTurnOffLead}
        action={words.secondFactorTurnOff}
        work={removeSecondFactor}
        onDone={() => {
          toast({ text: words.secondFactorTurnedOff })
          onClose()
          void queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey })
          void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
