import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { createOrganization } from '../accounts/queries.ts'
import { useGoOnIn } from '../accounts/use-work-in.ts'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'

/** One more business of the same person. */
export function NewOrganizationForm() {
  const { members: words } = useTexts()
  const goOnIn = useGoOnIn()
  const form = useForm({ initialValues: { name: '' } })
  const making = useSingleMutation({
    mutationFn: (values: { name: string }) => createOrganization(values),
    onSuccess: goOnIn,
    onError: (failure) => showFieldProblems(form, failure),
  })
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => making.mutate(values))}>
      <FailureNotice title={words.newOrganizationFailed} failure={making.error} errors={form.errors} />
      <TextInput
        label={words.organizationName}
        autoComplete="organization"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <div className={styles.buttons}>
        <BusyButton type="submit" variant="star" busy={making.isPending}>
          {words.newOrganizationMake}
        </BusyButton>
      </div>
    </form>
  )
}
