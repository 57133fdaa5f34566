import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { DetailColumns } from '../components/DetailColumns.tsx'
import { Empty } from '../components/Empty.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Backfill.module.css'
import { BackfillCounts } from './BackfillCounts.tsx'
import { BackfillGroup, type Choosing } from './BackfillGroup.tsx'
import { BackfillRelations } from './BackfillRelations.tsx'
import { backfillQuery, confirmBackfill, type Found, type Plan } from './queries.ts'

type Wish = {
  book: boolean
  adopt: boolean
  skipped: ReadonlySet<string>
  alsoAdopt: ReadonlySet<string>
  /** By customer: which relation it is; null for a new one. */
  relations: ReadonlyMap<string, number | null>
}

const nothingChosen: Wish = {
  book: true,
  adopt: true,
  skipped: new Set(),
  alsoAdopt: new Set(),
  relations: new Map(),
}

/** What would be done, group by group, to be confirmed, changed or skipped. */
export function BackfillPlan({ found, plan }: { found: Found; plan: Plan }) {
  const { backfills: words } = useTexts()
  const [wish, setWish] = useState(nothingChosen)
  const isEmpty = [plan.book, plan.adopt, plan.differing].every(({ count }) => count === 0)
  const choosing = (kind: 'book' | 'adopt'): Choosing => ({
    isOn: wish[kind],
    onAll: (isOn) => setWish({ ...wish, [kind]: isOn }),
    isChosen: (id) => wish[kind] && !wish.skipped.has(id),
    onOne: (id) => setWish({ ...wish, skipped: toggled(wish.skipped, id) }),
  })
  const rightly: Choosing = {
    isOn: null,
    isChosen: (id) => wish.alsoAdopt.has(id),
    onOne: (id) => setWish({ ...wish, alsoAdopt: toggled(wish.alsoAdopt, id) }),
  }
  return (
    <DetailColumns explained={false} side={!isEmpty && <Confirm found={found} plan={plan} wish={wish} />}>
      {isEmpty && (
        <Sheet>
          <Empty title={words.nothingTitle} text={words.nothingText} />
        </Sheet>
      )}
      {wish.book && (
        <BackfillRelations
          relations={plan.relations}
          chosen={wish.relations}
          onChoose={(customerId, relationId) =>
            setWish({ ...wish, relations: new Map(wish.relations).set(customerId, relationId) })
          }
        />
      )}
      <BackfillGroup kind="adopt" group={plan.adopt} choosing={choosing('adopt')} />
      <BackfillGroup kind="differing" group={plan.differing} choosing={rightly} />
      <BackfillGroup kind="book" group={plan.book} choosing={choosing('book')} />
      <BackfillGroup kind="ambiguous" group={plan.ambiguous} />
      <BackfillGroup kind="alone" group={plan.alone} />
      <BackfillGroup kind="history" group={plan.history} />
    </DetailColumns>
  )
}

function Confirm({ plan, wish }: { found: Found; plan: Plan; wish: Wish }) {
  const { backfills: words } = useTexts()
  const queryClient = useQueryClient()
  const skippedOf = (group: Plan['book']) =>
    group.invoices.filter(({ invoiceId }) => wish.skipped.has(invoiceId)).length
  const book = wish.book ? plan.book.count - skippedOf(plan.book) : 0
  const adopt = (wish.adopt ? plan.adopt.count - skippedOf(plan.adopt) : 0) + wish.alsoAdopt.size
  const all = [plan.book, plan.adopt, plan.differing, plan.ambiguous, plan.alone, plan.history]
  const left = all.reduce((sum, { count }) => sum + count, 0) - book - adopt
  const undecided = book === 0 ? 0 : plan.relations.asked.count - wish.relations.size
  const confirming = useSingleMutation({
    mutationFn: () =>
      confirmBackfill({
        revision: plan.revision,
        book: wish.book,
        adopt: wish.adopt,
        skipped: [...wish.skipped],
        alsoAdopt: [...wish.alsoAdopt],
        relations: [...wish.relations].map(([customerId, relationId]) => ({ customerId, relationId })),
      }),
    onSuccess: (confirmed) => queryClient.setQueryData(backfillQuery.queryKey, confirmed),
    onError: () => void queryClient.invalidateQueries({ queryKey: backfillQuery.queryKey }),
  })
  return (
    <Sheet as="div" padded className={styles.plan}>
      <h2>{words.planTitle}</h2>
      <p className={styles.quiet}>{words.planText}</p>
      <BackfillCounts
        items={[
          [words.toBook, book],
          [words.toAdopt, adopt],
          [words.relationsLinked, linkedIn(plan, wish)],
          [words.relationsMade, madeIn(plan, wish)],
          [words.toLeave, left],
        ]}
      />
      <h3>{words.notHappening}</h3>
      <ul className={styles.never}>
        {words.never.map((sentence) => (
          <li key={sentence}>
            <Prose>{sentence}</Prose>
          </li>
        ))}
      </ul>
      {confirming.error && <FailureNotice title={words.notDone} failure={confirming.error} />}
      <Permitted to="bookings">
        <BusyButton
          variant="star"
          fullWidth
          busy={confirming.isPending}
          disabled={book + adopt === 0 || undecided > 0}
          onClick={() => confirming.mutate(undefined)}
        >
          {words.confirm(book + adopt)}
        </BusyButton>
        {undecided > 0 && <p className={styles.quiet}>{words.undecided(undecided)}</p>}
      </Permitted>
    </Sheet>
  )
}

/** How many customers become a relation that is there already. */
function linkedIn({ relations }: Plan, wish: Wish): number {
  if (!wish.book) return 0
  return relations.sure.count + [...wish.relations.values()].filter((it) => it !== null).length
}

function madeIn({ relations }: Plan, wish: Wish): number {
  if (!wish.book) return 0
  return relations.isNew.count + [...wish.relations.values()].filter((it) => it === null).length
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const other = new Set(set)
  if (!other.delete(id)) other.add(id)
  return other
}
