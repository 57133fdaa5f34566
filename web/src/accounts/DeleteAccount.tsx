import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sessionQuery } from '../api/session.ts'
import { showNoOrganization } from '../api/shown-organization.ts'
import { Dialog } from '../components/Dialog.tsx'
import { forgetUnsaved } from '../forms/unsaved.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'
import { deleteAccount } from './queries.ts'

/** «Account verwijderen»: at once and for good, so the question says what goes and what stays. */
export function DeleteAccount() {
  const { account: words } = useTexts()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  const leave = async () => {
    forgetUnsaved()
    showNoOrganization()
    queryClient.clear()
    queryClient.setQueryData(sessionQuery.queryKey, null)
    await navigate(paths.signIn())
  }
  return (
    <div>
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {words.deleteAccount}
      </Button>
      {isAsked && (
        <Dialog opened onClose={() => setAsked(false)} title={words.deleteAccountTitle}>
          <OwnPasswordForm
            lead={words.deleteAccountLead}
            action={words.deleteAccount}
            work={deleteAccount}
            onDone={leave}
            onCancel={() => setAsked(false)}
          />
        </Dialog>
      )}
    </div>
  )
}
