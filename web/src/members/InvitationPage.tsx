import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { AccountForm } from '../accounts/AccountForm.tsx'
import { NewPasswordField } from '../accounts/NewPasswordField.tsx'
import { useGoOnIn } from '../accounts/use-work-in.ts'
import type { Schemas } from '../api/client.ts'
import { sessionQuery } from '../api/session.ts'
import { ButtonLink } from '../components/links.tsx'
import { usePageTitle } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { acceptInvitation, lookUpInvitation } from './queries.ts'

/** «Uitnodiging»: where the link of a letter leads. Its token stands behind the `#`, which no server sees. */
export function InvitationPage() {
  const { account, members: words } = useTexts()
  const { hash } = useLocation()
  const token = useKeptToken(hash)
  const { data: session } = useQuery(sessionQuery)
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => lookUpInvitation(token),
    enabled: token !== '',
    retry: false,
  })
  usePageTitle(words.invitation)
  if (token === '' || invitation.error)
    return (
      <Sheet as="div" className={styles.narrow}>
        <div className={styles.form}>
          <h1>{words.invitation}</h1>
          {invitation.error ? (
            <FailureNotice title={words.notAccepted} failure={invitation.error} />
          ) : (
            <p className={styles.lead}>{words.linkIncomplete}</p>
          )}
          <p className={styles.foot}>
            {account.haveAccount} <ButtonLink {...paths.signIn()}>{account.signIn}</ButtonLink>
          </p>
        </div>
      </Sheet>
    )
  if (!invitation.data || session === undefined) return null
  const parts = { invitation: invitation.data, token }
  if (session) return <AcceptAsOneself {...parts} />
  return invitation.data.hasAccount ? (
    <SignInFirst invitation={invitation.data} />
  ) : (
    <NewColleague {...parts} />
  )
}

const keptUnder = 'stella.invitation'

/**
 * Whoever signs in first comes back without what stood behind the `#`: an address to come back to is sent along, and no
 * server may see it. So this tab keeps it.
 */
function useKeptToken(hash: string): string {
  useEffect(() => {
    if (hash !== '') sessionStorage.setItem(keptUnder, hash)
  }, [hash])
  return hash === '' ? (sessionStorage.getItem(keptUnder) ?? '') : hash
}

type PartProps = { invitation: Schemas['InvitationSeen']; token: string }

function useLead({ inviterName, organizationName, role }: Schemas['InvitationSeen']): string {
  const { members: words } = useTexts()
  return words.invitationLead(inviterName, organizationName, words.roles[role].toLowerCase())
}

/** Whoever is signed in joins with one press; the API says so where it is for somebody else. */
function AcceptAsOneself({ invitation, token }: PartProps) {
  const { members: words, failures } = useTexts()
  const goOnIn = useGoOnIn()
  const accepting = useMutation({ mutationFn: () => acceptInvitation({ token }), onSuccess: goOnIn })
  return (
    <AccountForm
      title={words.invitation}
      action={words.accept}
      lead={useLead(invitation)}
      failedTitle={words.notAccepted}
      entry={accepting}
      errors={{}}
      onSubmit={(event) => {
        event.preventDefault()
        accepting.mutate()
      }}
      other={{
        question: `${words.invitationFor} ${invitation.email}.`,
        link: paths.overview(),
        words: failures.toOverview,
      }}
    >
      {null}
    </AccountForm>
  )
}

function SignInFirst({ invitation }: Pick<PartProps, 'invitation'>) {
  const { members: words } = useTexts()
  const lead = useLead(invitation)
  return (
    <Sheet as="div" className={styles.narrow}>
      <div className={styles.form}>
        <div className={styles.head}>
          <h1>{words.invitation}</h1>
          <p className={styles.lead}>
            <Prose>{lead}</Prose>
          </p>
        </div>
        <p>{words.signInFirst}</p>
        <div className={styles.buttons}>
          <ButtonLink {...paths.signIn({ terug: '/uitnodiging' })} variant="star">
            {words.signInToAccept}
          </ButtonLink>
        </div>
      </div>
    </Sheet>
  )
}

function NewColleague({ invitation, token }: PartProps) {
  const { account, members: words } = useTexts()
  const queryClient = useQueryClient()
  const goOnIn = useGoOnIn()
  const form = useForm({ mode: 'uncontrolled', initialValues: { name: '', password: '' } })
  const joining = useMutation({
    mutationFn: (values: { name: string; password: string }) => acceptInvitation({ ...values, token }),
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      return goOnIn(session)
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  return (
    <AccountForm
      title={words.invitation}
      action={words.acceptAndSignUp}
      lead={useLead(invitation)}
      failedTitle={words.notAccepted}
      entry={joining}
      errors={form.errors}
      onSubmit={form.onSubmit((values) => joining.mutate(values))}
      other={{
        question: account.haveAccount,
        link: paths.signIn({ terug: '/uitnodiging' }),
        words: account.signIn,
      }}
    >
      <TextInput label={account.email} autoComplete="username" value={invitation.email} readOnly />
      <TextInput
        label={account.name}
        autoComplete="name"
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <NewPasswordField
        label={account.password}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
    </AccountForm>
  )
}
