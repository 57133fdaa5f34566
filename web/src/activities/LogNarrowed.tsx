import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { CloseIcon } from '../components/icons.ts'
import { ListSelect } from '../components/ListSelect.tsx'
import { useTexts } from '../language/language.tsx'
import { type LogSearch, type LogView, paths } from '../routing/paths.ts'
import styles from './LogNarrowed.module.css'
import { peopleQuery } from './queries.ts'

/** Sorts of entries that are looked for now and then, behind those that stand in the row. */
const furtherViews = ['mails', 'betalingen', 'exporten', 'instellingen', 'hulp'] as const

/** What the log is narrowed to besides: a further sort, a person, one invoice or one customer; each in its address. */
export function LogNarrowed({ search, invoice }: { search: LogSearch; invoice: string | undefined }) {
  const { activities: texts } = useTexts()
  const navigate = useNavigate()
  const { data: people } = useQuery(peopleQuery)
  const { door, factuur, klant, toon, ...kept } = search
  const narrowed = {
    ...kept,
    ...(door && { door }),
    ...(factuur && { factuur }),
    ...(klant && { klant }),
    ...(toon && { toon }),
  }
  const go = (to: LogSearch) => void navigate({ ...paths.overview(to), resetScroll: false })
  const { door: _door, ...ofAnybody } = narrowed
  const { toon: _toon, ...ofAnySort } = narrowed
  const { factuur: _factuur, ...ofAnyInvoice } = narrowed
  const { klant: _klant, ...ofAnyCustomer } = narrowed
  const names = people?.items.map(({ name }) => name) ?? []
  return (
    <>
      <span className={styles.choices}>
        <ListSelect
          label={texts.furtherSorts}
          value={furtherViews.find((view) => view === toon) ?? ''}
          options={[
            { value: '', label: texts.all },
            ...furtherViews.map((view) => ({ value: view, label: texts.sorts[view] })),
          ]}
          onChoose={(value) => go(value === '' ? ofAnySort : { ...narrowed, toon: value as LogView })}
        />
        {names.length > 0 && (
          <ListSelect
            label={texts.doneBy}
            value={door ?? ''}
            options={[
              { value: '', label: texts.byAnybody },
              ...[...new Set([...names, ...(door ? [door] : [])])].map((name) => ({
                value: name,
                label: texts.byPerson(name),
              })),
            ]}
            onChoose={(value) => go(value === '' ? ofAnybody : { ...narrowed, door: value })}
          />
        )}
      </span>
      {factuur && (
        <Only words={texts.onlyInvoice(invoice)} link={paths.overview(ofAnyInvoice)} leave={texts.showAll} />
      )}
      {klant && (
        <Only words={texts.onlyCustomer} link={paths.overview(ofAnyCustomer)} leave={texts.showAll} />
      )}
    </>
  )
}

type OnlyProps = { words: string; leave: string; link: ReturnType<typeof paths.overview> }

function Only({ leave, link, words }: OnlyProps) {
  return (
    <span className={styles.only}>
      {words}
      <Link {...link} resetScroll={false} aria-label={`${leave}: ${words}`}>
        <CloseIcon aria-hidden />
      </Link>
    </span>
  )
}
