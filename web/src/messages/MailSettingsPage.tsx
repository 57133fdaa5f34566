import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AlwaysAttachments } from '../attachments/AlwaysAttachments.tsx'
import { LoadFailure } from '../components/Empty.tsx'
import { Notice } from '../components/Notice.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { MailServerSheet } from '../mail-servers/MailServerSheet.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'
import { MailSettingsForm } from './MailSettingsForm.tsx'
import { mailSettingsQuery } from './queries.ts'

/** «Voorkeuren» › «Mail»: the sender, copies, and the text in each language. */
export function MailSettingsPage() {
  const { mailSettings: words } = useTexts()
  const [shown, setShown] = useState('invoice.nl')
  const { data, isError, refetch } = useQuery({ ...mailSettingsQuery, refetchOnWindowFocus: false })
  return (
    <PreferencesFrame title={words.title} lead={words.lead} to="settings">
      {data ? (
        <>
          {!data.delivers && <Notice kind="waiting" title={words.noServer} />}
          <Sheet padded>
            <MailSettingsForm key={data.revision} settings={data} shown={shown} onShow={setShown} />
          </Sheet>
          <MailServerSheet />
          <AlwaysAttachments />
        </>
      ) : (
        // Replaced whole, so that nothing moves when the notice comes.
        <Sheet padded>
          {isError ? (
            <LoadFailure title={words.unavailable} onRetry={() => void refetch()} />
          ) : (
            <Skeleton height="34rem" />
          )}
        </Sheet>
      )}
    </PreferencesFrame>
  )
}
