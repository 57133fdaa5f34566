import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OwnPasswordForm } from '../accounts/OwnPasswordForm.tsx'
import { useGoOnIn } from '../accounts/use-work-in.ts'
import { Dialog } from '../components/Dialog.tsx'
import { LoadFailure } from '../components/Empty.tsx'
import { ButtonLink } from '../components/links.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { TitledList } from '../components/TitledList.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import form from '../forms/Form.module.css'
import { forgetUnsaved } from '../forms/unsaved.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Closing.module.css'
import { closeOrganization, closingQuery, type WhatCloses } from './queries.ts'

/** «Administratie sluiten»: what ends, what stays and for how long is read before the password is asked. */
export function CloseOrganization({ name }: { name: string }) {
  const { closing: words } = useTexts()
  const [isAsked, setAsked] = useState(false)
  return (
    <Sheet padded aria-labelledby="closing">
      <div className={form.form}>
        <div className={form.head}>
          <h2 id="closing">{words.title}</h2>
          <p className={form.lead}>{words.lead}</p>
        </div>
        <Permitted to="members">
          <Button variant="subtle" className={styles.begin} onClick={() => setAsked(true)}>
            {words.begin}
          </Button>
        </Permitted>
      </div>
      {isAsked && <ClosingDialog name={name} onClose={() => setAsked(false)} />}
    </Sheet>
  )
}

function ClosingDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { closing: words } = useTexts()
  const toast = useToast()
  const goOnIn = useGoOnIn()
  const { data, isError, refetch } = useQuery(closingQuery)
  return (
    <Dialog opened onClose={onClose} title={words.question(name)} size="38rem">
      {data ? (
        <>
          <Consequences what={data} />
          <OwnPasswordForm
            lead={words.confirm}
            action={words.close}
            work={closeOrganization}
            onDone={(session) => {
              forgetUnsaved()
              toast({ text: words.closed(name) })
              void goOnIn(session)
            }}
            onCancel={onClose}
          />
        </>
      ) : isError ? (
        <LoadFailure title={words.unavailable} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height="20rem" />
      )}
    </Dialog>
  )
}

function Consequences({ what }: { what: WhatCloses }) {
  const { closing: words } = useTexts()
  const format = useFormat()
  const { daysToOpenAgain, drafts, finalInvoices, keptUntil, notInBooks, people, waitingMails } = what
  const atOnce = [
    ...(notInBooks > 0 ? [words.notInBooks(notInBooks)] : []),
    ...(waitingMails > 0 ? [words.waitingMails(waitingMails)] : []),
    ...words.atOnceItems(people),
  ]
  return (
    <div className={styles.consequences}>
      <TitledList title={words.atOnce} items={atOnce} />
      <TitledList title={words.later(daysToOpenAgain)} items={words.laterItems(drafts)} />
      <p>{words.back(daysToOpenAgain)}</p>
      <TitledList
        title={words.kept}
        items={words.keptItems(finalInvoices, keptUntil === null ? null : format.day(keptUntil))}
      />
      <div className={styles.first}>
        <p>{words.exportFirst}</p>
        <ButtonLink size="sm" {...paths.exports()}>
          {words.exportLink}
        </ButtonLink>
      </div>
    </div>
  )
}
