import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Permitted } from '../components/Permitted.tsx'
import { useTexts } from '../language/language.tsx'
import { AdoptDialog } from './AdoptDialog.tsx'
import { ExcludeDialog } from './ExcludeDialog.tsx'
import styles from './Override.module.css'
import { overrideQuery } from './queries.ts'

type OverrideButtonsProps = { invoiceId: string; number: string }

/** «Al geboekt» and «niet boeken», where somebody may say so. */
export function OverrideButtons({ invoiceId, number }: OverrideButtonsProps) {
  const { overrides: words } = useTexts()
  const { data: override } = useQuery(overrideQuery(invoiceId))
  const [deciding, setDeciding] = useState<'adopt' | 'exclude'>()
  const onClose = () => setDeciding(undefined)
  if (!override || !(override.mayAdopt || override.mayExclude)) return null
  return (
    <Permitted to="bookings">
      <div className={styles.buttons}>
        <span className={styles.question}>{words.knowBetter}</span>
        {override.mayAdopt && (
          <Button size="sm" variant="default" onClick={() => setDeciding('adopt')}>
            {words.adopt}
          </Button>
        )}
        {override.mayExclude && (
          <Button size="sm" variant="default" onClick={() => setDeciding('exclude')}>
            {words.exclude}
          </Button>
        )}
      </div>
      {deciding === 'adopt' && <AdoptDialog invoiceId={invoiceId} number={number} onClose={onClose} />}
      {deciding === 'exclude' && <ExcludeDialog invoiceId={invoiceId} number={number} onClose={onClose} />}
    </Permitted>
  )
}
