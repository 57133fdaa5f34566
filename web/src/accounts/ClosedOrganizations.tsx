import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schemas } from '../api/client.ts'
import { sessionQuery } from '../api/session.ts'
import { Dialog } from '../components/Dialog.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import styles from './ClosedOrganizations.module.css'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'
import { openOrganization } from './queries.ts'
import { useGoOnIn } from './use-work-in.ts'

/** «Gesloten administraties», with the way back; nothing where there are none. */
export function ClosedOrganizations() {
  const { closing: words } = useTexts()
  const { data: session } = useQuery(sessionQuery)
  const closed = session?.closedOrganizations ?? []
  if (closed.length === 0) return null
  return (
    <Sheet padded aria-labelledby="closed-organizations">
      <div className={form.form}>
        <h2 id="closed-organizations">{words.closedTitle}</h2>
        <ul>
          {closed.map((one) => (
            <ClosedOrganization key={one.id} organization={one} />
          ))}
        </ul>
      </div>
    </Sheet>
  )
}

function ClosedOrganization({ organization }: { organization: Schemas['ClosedOrganization'] }) {
  const { closing: words } = useTexts()
  const format = useFormat()
  const goOnIn = useGoOnIn()
  const [isAsked, setAsked] = useState(false)
  const { id, name, openUntil } = organization
  return (
    <li className={styles.row}>
      <span>
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet}>{words.openUntil(format.day(openUntil))}</span>
      </span>
      <Button size="sm" aria-label={words.openOf(name)} onClick={() => setAsked(true)}>
        {words.open}
      </Button>
      {isAsked && (
        <Dialog opened onClose={() => setAsked(false)} title={words.openQuestion(name)}>
          <OwnPasswordForm
            lead={words.openLead}
            action={words.open}
            work={(body) => openOrganization(id, body)}
            onDone={(session) => void goOnIn(session)}
            onCancel={() => setAsked(false)}
          />
        </Dialog>
      )}
    </li>
  )
}
