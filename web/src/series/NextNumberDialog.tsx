import { Button, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { NumbersToCome } from './NumbersToCome.tsx'
import { type Series, seriesPreviewQuery, seriesQuery, setNextNumber } from './queries.ts'

/** A pause this long asks again, so that the preview follows the typing. */
const pauseMs = 200

type NextNumberDialogProps = { series: Series; onClose: () => void }

/** Where a series goes on: free before its first invoice, only up and with a reason after it. */
export function NextNumberDialog({ series, onClose }: NextNumberDialogProps) {
  const { series: words, common } = useTexts()
  const queryClient = useQueryClient()
  const toast = useToast()
  const { pattern, restartsYearly, next, proposal } = series
  const fields = useForm({ initialValues: { place: String(proposal?.place ?? next.place), reason: '' } })
  const place = placeOf(fields.getValues().place)
  const [asked] = useDebouncedValue(place, pauseMs)
  const preview = useQuery(seriesPreviewQuery({ pattern, restartsYearly, place: asked }))
  const setting = useMutation({
    mutationFn: setNextNumber,
    onSuccess: async (changed) => {
      // Closed once the list is as it was saved: what is pressed next there is about that.
      await queryClient.invalidateQueries({ queryKey: seriesQuery.queryKey })
      toast({ text: words.goneOn(changed.next.number) })
      onClose()
      void queryClient.invalidateQueries({ queryKey: ['activities'] })
    },
    onError: (failure) => showFieldProblems(fields, failure),
  })
  return (
    <Dialog opened onClose={onClose} title={words.goOnTitle(series.name)}>
      <form
        className={form.form}
        noValidate
        onSubmit={fields.onSubmit(({ reason }) =>
          setting.mutate({
            id: series.id,
            place,
            reason: reason.trim() === '' ? null : reason,
            ...(restartsYearly && { year: next.year }),
          }),
        )}
      >
        <p>{next.isUsed ? words.goOnUsed(next.number) : words.goOnFree}</p>
        <FailureNotice title={words.notGoneOn} failure={setting.error} errors={fields.errors} />
        <TextInput
          label={restartsYearly ? words.placeIn(next.year) : words.place}
          description={words.placeHelp}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          {...fields.getInputProps('place')}
        />
        <NumbersToCome numbers={preview.data?.numbers ?? []} />
        {next.isUsed && (
          <Textarea
            label={words.reason}
            description={words.reasonHelp}
            autosize
            minRows={2}
            {...fields.getInputProps('reason')}
          />
        )}
        <div className={form.buttons}>
          <BusyButton type="submit" variant="star" busy={setting.isPending}>
            {words.goOnSave}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What was typed as a whole number; 0, which no series has, where it is none. */
function placeOf(typed: string): number {
  const digits = typed.trim().replaceAll('.', '')
  return /^[0-9]{1,15}$/.test(digits) ? Number(digits) : 0
}
