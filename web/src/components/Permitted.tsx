import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Schemas } from '../api/client.ts'
import { sessionQuery } from '../api/session.ts'
import { useTexts } from '../language/language.tsx'
import { LockIcon } from './icons.ts'
import styles from './Permitted.module.css'

export type Permission = Schemas['Permission']

/** Who may do this instead, in a sentence; null where whoever is signed in may. */
export function useRefusal(permission: Permission): string | null {
  const { permissions } = useTexts()
  const { data: session } = useQuery(sessionQuery)
  const isAllowed = !session?.organization || session.permissions.includes(permission)
  return isAllowed ? null : permissions[permission].refusal
}

type PermittedProps = {
  to: Permission
  /** Where the sentence stands: above a form, so that it is read first, or below a button. */
  sentence?: 'above' | 'below'
  children: ReactNode
}

/** What the role of whoever is signed in may not allow: it stays in sight, cannot be used, and says who may. */
export function Permitted({ to, sentence = 'below', children }: PermittedProps) {
  const refusal = useRefusal(to)
  if (refusal === null) return children
  const why = (
    <p className={styles.why}>
      <LockIcon aria-hidden />
      {refusal}
    </p>
  )
  return (
    <div className={`${styles.refused} ${styles[sentence]}`}>
      {sentence === 'above' && why}
      <div className={styles.parts} inert>
        {children}
      </div>
      {sentence === 'below' && why}
    </div>
  )
}
