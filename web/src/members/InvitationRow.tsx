import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BusyButton } from '../components/BusyButton.tsx'
import { CheckIcon, CopyIcon, WaitingIcon } from '../components/icons.ts'
import { useToast } from '../components/Toasts.tsx'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { addressOfInvitation } from '../routing/paths.ts'
import styles from './MembersPage.module.css'
import {
  changeInvitation,
  type Invitation,
  membersQuery,
  sendInvitation,
  withdrawInvitation,
} from './queries.ts'
import { RoleSelect } from './RoleSelect.tsx'

/** One who is invited, with until when; where no mail leaves, with the link to hand over. */
export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const texts = useTexts()
  const { members: words } = texts
  const { email, expiresAt, id, isExpired, role, sentAt, token } = invitation
  const format = useFormat()
  const toast = useToast()
  const queryClient = useQueryClient()
  const after = {
    onError: (failure: Error) => toast({ text: `${words.notChanged}: ${sentenceOf(failure, texts)}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: membersQuery.queryKey }),
  }
  const change = useMutation({ mutationFn: changeInvitation, ...after })
  const sending = useMutation({
    mutationFn: sendInvitation,
    onSuccess: () => toast({ text: token === null ? words.sentAgain(email) : words.invitationMade }),
    ...after,
  })
  const withdrawal = useMutation({
    mutationFn: withdrawInvitation,
    onSuccess: () => toast({ text: words.withdrawn }),
    ...after,
  })
  return (
    <tr {...roles.row} className={styles.waiting}>
      <th {...roles.rowheader} scope="row" className={styles.who}>
        <span className={styles.name}>{email}</span>
        <span className={styles.until}>
          <WaitingIcon aria-hidden />
          {isExpired
            ? words.expired(format.day(expiresAt.slice(0, 10)))
            : words.invited(format.day(sentAt.slice(0, 10)), format.day(expiresAt.slice(0, 10)))}
        </span>
      </th>
      <td {...roles.cell} className={styles.role}>
        <RoleSelect
          label={words.roleOf(email)}
          value={change.isPending ? change.variables.role : role}
          onChange={(chosen) => change.mutate({ id, role: chosen })}
        />
      </td>
      <td {...roles.cell} colSpan={3} className={styles.do}>
        {token !== null && !isExpired && <CopyLink token={token} />}
        {(token === null || isExpired) && (
          <BusyButton
            size="sm"
            variant="subtle"
            busy={sending.isPending}
            aria-label={words.sendAgainTo(email)}
            onClick={() => sending.mutate(id)}
          >
            {words.sendAgain}
          </BusyButton>
        )}
        <BusyButton
          size="sm"
          variant="subtle"
          busy={withdrawal.isPending}
          aria-label={words.withdrawOf(email)}
          onClick={() => withdrawal.mutate(id)}
        >
          {words.withdraw}
        </BusyButton>
      </td>
    </tr>
  )
}

function CopyLink({ token }: { token: string }) {
  const { members: words, common } = useTexts()
  const clipboard = useClipboard({ timeout: 3_000 })
  return (
    <Button
      size="sm"
      variant="subtle"
      leftSection={clipboard.copied ? <CheckIcon aria-hidden /> : <CopyIcon aria-hidden />}
      onClick={() => clipboard.copy(addressOfInvitation(token))}
    >
      {clipboard.copied ? common.copied : words.copyLink}
    </Button>
  )
}
