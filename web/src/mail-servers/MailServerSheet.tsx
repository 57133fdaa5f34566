import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import styles from './MailServer.module.css'
import { MailServerForm } from './MailServerForm.tsx'
import { endMailServer, type MailServer, mailServerQuery } from './queries.ts'
import { SenderDomain } from './SenderDomain.tsx'

/** Through which mail server mails go, and setting one of one's own. */
export function MailServerSheet() {
  const { mailServer: words } = useTexts()
  const { data: server } = useQuery(mailServerQuery)
  const [isSetting, setSetting] = useState(false)
  if (server === undefined) return null
  return (
    <Sheet padded aria-labelledby="mail-server">
      <div className={form.form}>
        <div className={form.head}>
          <h2 id="mail-server" className={styles.heading}>
            {words.title}
          </h2>
          <p className={form.quiet}>{words.lead}</p>
        </div>
        {isSetting ? (
          <MailServerForm server={server} onClose={() => setSetting(false)} />
        ) : server === null ? (
          <div className={form.buttons}>
            <Button onClick={() => setSetting(true)}>{words.set}</Button>
          </div>
        ) : (
          <OwnServer server={server} onChange={() => setSetting(true)} />
        )}
      </div>
    </Sheet>
  )
}

function OwnServer({ server, onChange }: { server: MailServer; onChange: () => void }) {
  const { mailServer: words } = useTexts()
  const format = useFormat()
  const toast = useToast()
  const queryClient = useQueryClient()
  const ending = useSingleMutation({
    mutationFn: endMailServer,
    onSuccess: () => {
      queryClient.setQueryData(mailServerQuery.queryKey, null)
      void queryClient.invalidateQueries({ queryKey: ['mail-settings'] })
      toast({ text: words.ended })
    },
  })
  return (
    <>
      <p>
        {words.current(server.sender, server.host)}
        <br />
        <span className={form.quiet}>{words.tested(format.moment(server.testedAt))}</span>
      </p>
      <SenderDomain />
      <FailureNotice title={words.notEnded} failure={ending.error} />
      <div className={form.buttons}>
        <Button onClick={onChange}>{words.change}</Button>
        <BusyButton variant="subtle" busy={ending.isPending} onClick={() => ending.mutate(undefined)}>
          {words.end}
        </BusyButton>
      </div>
    </>
  )
}
