import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LoadFailure } from '../components/Empty.tsx'
import { Facts } from '../components/Facts.tsx'
import { Notice } from '../components/Notice.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { NewRecoveryCodes, TurnSecondFactorOff } from './ChangeSecondFactor.tsx'
import { type SecondFactor as Found, secondFactorQuery } from './queries.ts'
import { SetUpSecondFactor } from './SetUpSecondFactor.tsx'

/** «Tweede stap»: the code that is asked beside the password. */
export function SecondFactor() {
  const { account: words } = useTexts()
  const { data, isError, refetch } = useQuery(secondFactorQuery)
  return (
    <Sheet padded aria-labelledby="second-factor">
      <div className={form.form}>
        <div className={form.head}>
          <h2 id="second-factor">{words.secondFactor}</h2>
          <p className={form.lead}>{words.secondFactorLead}</p>
        </div>
        {data ? (
          <Known found={data} />
        ) : isError ? (
          <LoadFailure title={words.secondFactorUnavailable} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height="3rem" />
        )}
      </div>
    </Sheet>
  )
}

type Question = 'setUp' | 'recoveryCodes' | 'off'

function Known({ found }: { found: Found }) {
  const { account: words } = useTexts()
  const format = useFormat()
  const [asked, setAsked] = useState<Question | null>(null)
  const close = () => setAsked(null)
  const day = (instant: string | null) => (instant === null ? '' : format.day(instant.slice(0, 10)))
  return (
    <>
      {found.since === null ? (
        <>
          {found.neededFor && <Notice kind="waiting" title={words.secondFactorNeeded[found.neededFor]} />}
          <div className={form.buttons}>
            <Button variant={found.neededFor ? 'star' : 'default'} onClick={() => setAsked('setUp')}>
              {words.setUpSecondFactor}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Facts
            items={[
              [words.secondFactorIs, words.secondFactorOnSince(day(found.since))],
              [
                words.recoveryCodes,
                words.recoveryCodesLeft(found.recoveryCodesLeft, day(found.recoveryCodesMadeAt)),
              ],
            ]}
          />
          <div className={form.buttons}>
            <Button variant="default" onClick={() => setAsked('recoveryCodes')}>
              {words.newRecoveryCodes}
            </Button>
            <Button variant="subtle" onClick={() => setAsked('off')}>
              {words.secondFactorTurnOff}
            </Button>
          </div>
        </>
      )}
      {asked === 'setUp' && <SetUpSecondFactor onClose={close} />}
      {asked === 'recoveryCodes' && <NewRecoveryCodes onClose={close} />}
      {asked === 'off' && <TurnSecondFactorOff onClose={close} />}
    </>
  )
}
