import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useRefusal } from '../components/Permitted.tsx'
import { useToast } from '../components/Toasts.tsx'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import styles from './MembersPage.module.css'
import { changeRole, type Member, membersQuery, type Role, removeMember } from './queries.ts'
import { RoleSelect } from './RoleSelect.tsx'

/** One who has access. The role is changed in the row, at once; your own is text. */
export function MemberRow({ member }: { member: Member }) {
  const texts = useTexts()
  const { members: words } = texts
  const format = useFormat()
  const toast = useToast()
  const queryClient = useQueryClient()
  const mayNot = useRefusal('members') !== null
  const [removing, setRemoving] = useState(false)
  const change = useMutation({
    mutationFn: (role: Role) => changeRole({ id: member.id, role }),
    onSuccess: ({ name, role }) => {
      const before = member.role
      toast({
        text: words.roleChanged(name, words.roles[role]),
        ...(before !== role && { undo: () => change.mutate(before) }),
      })
    },
    onError: (failure) => toast({ text: `${words.notChanged}: ${sentenceOf(failure, texts)}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: membersQuery.queryKey }),
  })
  return (
    <tr {...roles.row}>
      <th {...roles.rowheader} scope="row" className={styles.who}>
        <span className={styles.name}>
          {member.name} {member.isYou && <span className={styles.quiet}>{words.you}</span>}
        </span>
        <span className={styles.address}>{member.email}</span>
      </th>
      <td {...roles.cell} className={styles.role}>
        {member.isYou || mayNot ? (
          <span className={styles.fixedRole}>{words.roles[member.role]}</span>
        ) : (
          <RoleSelect
            label={words.roleOf(member.name)}
            value={change.isPending ? change.variables : member.role}
            onChange={(role) => change.mutate(role)}
          />
        )}
      </td>
      <td {...roles.cell} className={styles.seen}>
        <span className={styles.label}>{words.secondFactor}: </span>
        {member.hasSecondFactor ? words.secondFactorOn : words.secondFactorOff}
      </td>
      <td {...roles.cell} className={styles.seen}>
        <span className={styles.label}>{words.lastSeen}: </span>
        {member.isYou ? words.now : member.lastSeenAt ? format.moment(member.lastSeenAt) : words.neverSeen}
      </td>
      <td {...roles.cell} className={styles.do}>
        {!member.isYou && !mayNot && (
          <Button
            size="sm"
            variant="subtle"
            aria-label={`${words.remove}: ${member.name}`}
            onClick={() => setRemoving(true)}
          >
            {words.remove}
          </Button>
        )}
        {removing && <RemoveQuestion member={member} onClose={() => setRemoving(false)} />}
      </td>
    </tr>
  )
}

function RemoveQuestion({ member, onClose }: { member: Member; onClose: () => void }) {
  const { members: words, common } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const removal = useMutation({
    mutationFn: () => removeMember(member.id),
    onSuccess: async () => {
      toast({ text: words.removed(member.name) })
      onClose()
      await queryClient.invalidateQueries({ queryKey: membersQuery.queryKey })
    },
  })
  return (
    <Dialog opened onClose={onClose} title={words.removeTitle(member.name)}>
      <div className={form.form}>
        <p>{words.removeText}</p>
        <FailureNotice title={words.notChanged} failure={removal.error} />
        <div className={form.buttons}>
          <BusyButton busy={removal.isPending} onClick={() => removal.mutate()}>
            {words.remove}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
