import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useToast } from '../components/Toasts.tsx'
import { ChoiceField } from '../forms/ChoiceField.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { TickField } from '../forms/TickField.tsx'
import { useTexts } from '../language/language.tsx'
import { NumbersToCome } from './NumbersToCome.tsx'
import { removeSeries, type Series, saveSeries, seriesPreviewQuery, seriesQuery } from './queries.ts'

/** A pause this long asks again, so that the preview follows the typing. */
const pauseMs = 200

const beginning = {
  name: '',
  pattern: 'F{jaar}-{nummer}',
  restartsYearly: true,
  isDefault: false,
  isForCredits: false,
}

/** A series of numbers, new or as it is, with the numbers it will give beside its pattern. */
export function SeriesDialog({ series, onClose }: { series?: Series; onClose: () => void }) {
  const { series: words, common } = useTexts()
  const queryClient = useQueryClient()
  const toast = useToast()
  const fields = useForm({ initialValues: series ? contentOf(series) : beginning })
  const { pattern, restartsYearly } = fields.getValues()
  const typed = { pattern, restartsYearly, place: series?.next.place ?? 1 }
  const [asked] = useDebouncedValue(JSON.stringify(typed), pauseMs)
  const preview = useQuery(seriesPreviewQuery(JSON.parse(asked)))
  // Closed once the list is as it was saved: what is pressed next there is about that.
  const done = async (text: string) => {
    await queryClient.invalidateQueries({ queryKey: seriesQuery.queryKey })
    toast({ text })
    onClose()
  }
  const saving = useSingleMutation({
    mutationFn: saveSeries,
    onSuccess: () => done(words.saved),
    onError: (failure) => showFieldProblems(fields, failure),
  })
  const removal = useMutation({ mutationFn: removeSeries, onSuccess: () => done(words.removed) })
  const wrong = preview.data?.problems.find(({ path }) => path === 'pattern')?.message
  return (
    <Dialog opened onClose={onClose} title={series ? words.changeTitle(series.name) : words.newTitle}>
      <form
        className={form.form}
        noValidate
        onSubmit={fields.onSubmit((content) => saving.mutate({ ...content, ...(series && { of: series }) }))}
      >
        <FailureNotice title={words.notSaved} failure={saving.error} errors={fields.errors} />
        <FailureNotice title={words.notRemoved} failure={removal.error} />
        <TextInput
          label={words.name}
          placeholder={words.namePlaceholder}
          autoComplete="off"
          data-autofocus
          {...fields.getInputProps('name')}
        />
        <TextInput
          label={words.pattern}
          description={series?.isUsed ? words.patternStays : words.patternHelp}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          readOnly={series?.isUsed ?? false}
          {...fields.getInputProps('pattern')}
          error={
            fields.errors.pattern ??
            (fields.isDirty('pattern') || fields.isDirty('restartsYearly') ? wrong : undefined)
          }
        />
        {!series?.isUsed && (
          <ChoiceField
            legend={words.counting}
            options={[
              { value: 'yearly', label: words.everyYear },
              { value: 'on', label: words.overYears },
            ]}
            value={fields.getValues().restartsYearly ? 'yearly' : 'on'}
            onChange={(choice) => {
              fields.setFieldValue('restartsYearly', choice === 'yearly')
              fields.clearFieldError('pattern')
            }}
          />
        )}
        <NumbersToCome numbers={preview.data?.numbers ?? []} />
        {series && !series.isDefault && (
          <TickField
            label={words.makeUsual}
            checked={fields.getValues().isDefault}
            onChange={(checked) => fields.setFieldValue('isDefault', checked)}
          />
        )}
        <TickField
          label={words.forCredits}
          help={words.forCreditsHelp}
          checked={fields.getValues().isForCredits}
          onChange={(checked) => fields.setFieldValue('isForCredits', checked)}
        />
        <div className={form.buttons}>
          <BusyButton type="submit" variant="star" busy={saving.isPending}>
            {words.save}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
          {series && !series.isUsed && !series.isDefault && (
            <BusyButton variant="subtle" busy={removal.isPending} onClick={() => removal.mutate(series.id)}>
              {words.remove}
            </BusyButton>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function contentOf({ name, pattern, restartsYearly, isDefault, isForCredits }: Series) {
  return { name, pattern, restartsYearly, isDefault, isForCredits }
}
