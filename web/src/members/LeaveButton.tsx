import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useGoOnIn } from '../accounts/use-work-in.ts'
import { sessionQuery } from '../api/session.ts'
import { showNoOrganization } from '../api/shown-organization.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { leaveOrganization } from './queries.ts'

/** «Deze administratie verlaten»: it asks first, since only another invitation brings one back. */
export function LeaveButton({ organization }: { organization: string }) {
  const { members: words, common } = useTexts()
  const queryClient = useQueryClient()
  const goOnIn = useGoOnIn()
  const [asking, setAsking] = useState(false)
  const leaving = useMutation({
    mutationFn: leaveOrganization,
    onSuccess: async () => {
      showNoOrganization()
      const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
      if (session) await goOnIn(session)
    },
  })
  return (
    <div>
      <Button size="sm" variant="subtle" onClick={() => setAsking(true)}>
        {words.leave}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={words.leaveTitle(organization)}>
        <div className={form.form}>
          <p>{words.leaveText}</p>
          <FailureNotice title={words.leaveFailed} failure={leaving.error} />
          <div className={form.buttons}>
            <BusyButton busy={leaving.isPending} onClick={() => leaving.mutate()}>
              {words.leave}
            </BusyButton>
            <Button variant="subtle" onClick={() => setAsking(false)}>
              {common.cancel}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  )
}
