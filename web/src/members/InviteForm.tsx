import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Notice } from '../components/Notice.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import styles from './MembersPage.module.css'
import { invite, membersQuery, type Role } from './queries.ts'
import { RoleSelect } from './RoleSelect.tsx'

/** «Iemand uitnodigen». */
export function InviteForm() {
  const { members: words } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const { data } = useQuery(membersQuery)
  const form = useForm<{ email: string; role: Role }>({ initialValues: { email: '', role: 'member' } })
  const inviting = useSingleMutation({
    mutationFn: (values: { email: string; role: Role }) => invite(values),
    onSuccess: ({ email, token }) => {
      form.setValues({ email: '' })
      if (token === null) toast({ text: words.invitationSent(email) })
      void queryClient.invalidateQueries({ queryKey: membersQuery.queryKey })
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  // Until one was made it is not known whether mails leave; then the link is what matters.
  const handsOver = data?.invitations.some(({ token }) => token !== null)
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => inviting.mutate(values))}>
      <h2>{words.invite}</h2>
      <FailureNotice title={words.notInvited} failure={inviting.error} errors={form.errors} />
      {handsOver && <Notice kind="quiet" title={words.linkNote} />}
      <div className={styles.fields}>
        <TextInput
          label={words.email}
          type="email"
          autoComplete="off"
          placeholder={words.emailPlaceholder}
          {...form.getInputProps('email')}
        />
        <RoleSelect
          isNamed
          label={words.role}
          value={form.values.role}
          onChange={(role) => form.setFieldValue('role', role)}
        />
        <BusyButton type="submit" variant="star" busy={inviting.isPending}>
          {words.inviteButton}
        </BusyButton>
      </div>
      <p className={styles.help}>{handsOver ? words.inviteHelpInFolder : words.inviteHelp}</p>
    </form>
  )
}
