import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LoadFailure } from '../components/Empty.tsx'
import { AddIcon } from '../components/icons.ts'
import { Notice } from '../components/Notice.tsx'
import { Sheet } from '../components/Sheet.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'
import { NextNumberDialog } from './NextNumberDialog.tsx'
import { type Series, seriesQuery } from './queries.ts'
import { SeriesDialog } from './SeriesDialog.tsx'
import styles from './SeriesPage.module.css'

type Asked = { what: 'add' } | { what: 'change' | 'go-on'; series: Series }

/** «Voorkeuren» › «Nummering»: the series of numbers, and where each goes on. */
export function SeriesPage() {
  const { series: words } = useTexts()
  const { data, isError, refetch } = useQuery(seriesQuery)
  const [asked, ask] = useState<Asked>()
  const close = () => ask(undefined)
  return (
    <PreferencesFrame title={words.title} lead={words.lead} to="settings">
      <Sheet aria-label={words.list}>
        {data ? (
          <ul className={styles.list}>
            {data.items.map((series) => (
              <SeriesRow
                key={series.id}
                series={series}
                isAlone={data.items.length === 1}
                onChange={() => ask({ what: 'change', series })}
                onGoOn={() => ask({ what: 'go-on', series })}
              />
            ))}
          </ul>
        ) : isError ? (
          <LoadFailure title={words.unavailable} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height="6rem" />
        )}
      </Sheet>
      {data && (
        <div className={styles.add}>
          <Button leftSection={<AddIcon aria-hidden />} onClick={() => ask({ what: 'add' })}>
            {words.add}
          </Button>
          <p className={form.quiet}>{words.addText}</p>
        </div>
      )}
      {asked?.what === 'add' && <SeriesDialog onClose={close} />}
      {asked?.what === 'change' && <SeriesDialog series={asked.series} onClose={close} />}
      {asked?.what === 'go-on' && <NextNumberDialog series={asked.series} onClose={close} />}
    </PreferencesFrame>
  )
}

type SeriesRowProps = { series: Series; isAlone: boolean; onChange: () => void; onGoOn: () => void }

function SeriesRow({ series, isAlone, onChange, onGoOn }: SeriesRowProps) {
  const { series: words } = useTexts()
  const { name, pattern, restartsYearly, isDefault, isForCredits, next, proposal } = series
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h2 className={styles.name}>
          {name}
          {isDefault && !isAlone && <span className={styles.usual}>{words.usual}</span>}
          {isForCredits && !isAlone && <span className={styles.usual}>{words.ofCredits}</span>}
        </h2>
        <p className={form.quiet}>
          <code className={styles.pattern}>{pattern}</code> ·{' '}
          {restartsYearly ? words.everyYear : words.overYears}
        </p>
      </div>
      <div className={styles.next}>
        <span className={form.quiet}>{words.next}</span>
        <b className={styles.number}>{next.number}</b>
      </div>
      <div className={styles.buttons}>
        <Button size="sm" aria-label={words.goOnOf(name)} onClick={onGoOn}>
          {words.goOn}
        </Button>
        <Button size="sm" variant="subtle" aria-label={words.changeOf(name)} onClick={onChange}>
          {words.change}
        </Button>
      </div>
      {proposal && (
        <div className={styles.proposal}>
          <Notice kind="waiting" title={words.proposalTitle(proposal.known)}>
            {words.proposalText(proposal.number)}
          </Notice>
        </div>
      )}
    </li>
  )
}
