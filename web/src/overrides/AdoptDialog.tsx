import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Prose } from '../components/Prose.tsx'
import { useToast } from '../components/Toasts.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { AdoptionFound } from './AdoptionFound.tsx'
import { adopt, changedWithOverride, type MutationRead, readMutation } from './queries.ts'

type AdoptDialogProps = { invoiceId: string; number: string; onClose: () => void }

/** «Al geboekt»: which mutation it is, what stands there, and that this is it. */
export function AdoptDialog({ invoiceId, number, onClose }: AdoptDialogProps) {
  const { overrides: words, common } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [read, setRead] = useState<MutationRead>()
  const looking = useSingleMutation({
    mutationFn: () => readMutation(invoiceId, Number(typed)),
    onSuccess: setRead,
    onError: () => toast({ text: words.failed }),
  })
  const adopting = useSingleMutation({
    mutationFn: () => adopt(invoiceId, read?.readingId ?? ''),
    onSuccess: onClose,
    onError: () => toast({ text: words.notKept }),
    onSettled: () => {
      for (const queryKey of changedWithOverride) void queryClient.invalidateQueries({ queryKey })
    },
  })
  const isReady = read?.outcome === 'read'
  return (
    <Dialog opened title={words.adoptTitle(number)} onClose={onClose}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) return adopting.mutate(undefined)
          const isNumber = /^[1-9]\d{0,8}$/.test(typed)
          setWrong(!isNumber)
          if (isNumber) looking.mutate(undefined)
        }}
      >
        <p>
          <Prose>{words.adoptText}</Prose>
        </p>
        <TextInput
          label={words.mutationNumber}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          required
          data-autofocus
          error={isWrong && words.mutationNumberWrong}
          onChange={(event) => {
            setTyped(event.currentTarget.value.trim())
            setWrong(false)
            setRead(undefined)
          }}
        />
        <div aria-live="polite">
          {looking.isPending && <p>{words.lookingUp}</p>}
          {read && !looking.isPending && <AdoptionFound read={read} typed={typed} />}
        </div>
        <div className={form.buttons}>
          <BusyButton type="submit" variant="star" busy={looking.isPending || adopting.isPending}>
            {isReady ? words.confirmAdopt : words.lookUp}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
