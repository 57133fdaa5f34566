import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Session } from '../api/session.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Notice } from '../components/Notice.tsx'
import { useToast } from '../components/Toasts.tsx'
import form from '../forms/Form.module.css'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { ChangeEmail } from './ChangeEmail.tsx'
import { sendEmailConfirmation } from './queries.ts'

/** Whether one's address is confirmed, and the way to another one. */
export function OwnEmail({ session: { user, awaitsConfirmation } }: { session: Session }) {
  const texts = useTexts()
  const { account: words } = texts
  const toast = useToast()
  const [isChanging, setChanging] = useState(false)
  const asking = useMutation({
    mutationFn: sendEmailConfirmation,
    onSuccess: () => toast({ text: words.confirmationSent(user.email) }),
    onError: (failure) => toast({ text: `${words.confirmationNotSent}: ${sentenceOf(failure, texts)}` }),
  })
  return (
    <>
      {awaitsConfirmation && (
        <Notice
          kind="waiting"
          title={words.unconfirmed}
          actions={
            <BusyButton size="sm" busy={asking.isPending} onClick={() => asking.mutate()}>
              {words.sendConfirmation}
            </BusyButton>
          }
        >
          {words.unconfirmedText}
        </Notice>
      )}
      <div className={form.buttons}>
        <Button variant="default" onClick={() => setChanging(true)}>
          {words.changeEmail}
        </Button>
      </div>
      {isChanging && <ChangeEmail onClose={() => setChanging(false)} />}
    </>
  )
}
