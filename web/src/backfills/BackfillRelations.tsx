import { Radio } from '@mantine/core'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Backfill.module.css'
import { BackfillCounts } from './BackfillCounts.tsx'
import type { Plan } from './queries.ts'

type Customer = Plan['relations']['asked']['customers'][number]
type Candidate = Customer['candidates'][number]

type BackfillRelationsProps = {
  relations: Plan['relations']
  chosen: ReadonlyMap<string, number | null>
  onChoose: (customerId: string, relationId: number | null) => void
}

/** Which relations of the books the customers are: those that are sure, and those that a person chooses. */
export function BackfillRelations({ chosen, onChoose, relations }: BackfillRelationsProps) {
  const { backfills: words } = useTexts()
  const { asked, isNew, sure } = relations
  const count = asked.count + isNew.count + sure.count
  if (count === 0) return null
  return (
    <Sheet aria-labelledby="backfill-relations">
      <header className={styles.groupHead}>
        <h2 id="backfill-relations">{words.relations(count)}</h2>
        <p className={styles.quiet}>{words.relationsText}</p>
        <BackfillCounts
          items={[
            [words.sure, sure.count],
            [words.asked, asked.count],
            [words.isNew, isNew.count],
          ]}
        />
      </header>
      {asked.customers.map((customer) => (
        <AskedCustomer
          key={customer.customerId}
          customer={customer}
          chosen={chosen.get(customer.customerId)}
          onChoose={(relationId) => onChoose(customer.customerId, relationId)}
        />
      ))}
    </Sheet>
  )
}

type AskedCustomerProps = {
  customer: Customer
  chosen: number | null | undefined
  onChoose: (relationId: number | null) => void
}

const NEW = 'new'

function AskedCustomer({ chosen, customer, onChoose }: AskedCustomerProps) {
  const { backfills: words } = useTexts()
  const value = chosen === undefined ? null : chosen === null ? NEW : `${chosen}`
  return (
    <div className={styles.asked}>
      <p>
        <b>{customer.name}</b>
        <span className={styles.facts}>
          {[
            customer.address,
            customer.postalCode,
            customer.email,
            customer.kvkNumber && words.kvk(customer.kvkNumber),
            customer.vatNumber && words.vatNumber(customer.vatNumber),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </p>
      <Radio.Group
        label={words.relationIs}
        value={value}
        onChange={(chosenValue) => onChoose(chosenValue === NEW ? null : Number(chosenValue))}
      >
        <div className={styles.candidates}>
          {customer.candidates.map((candidate) => (
            <Radio
              key={candidate.relationId}
              value={`${candidate.relationId}`}
              label={candidate.name}
              description={<About candidate={candidate} />}
            />
          ))}
          <Radio value={NEW} label={words.noneOfThese} />
        </div>
      </Radio.Group>
    </div>
  )
}

/** Where it is found there, and why it may be the same. */
function About({ candidate }: { candidate: Candidate }) {
  const { backfills: words } = useTexts()
  const { address, city, code, email, kvkNumber, postalCode, reasons, unlike, vatNumber } = candidate
  const facts = [
    words.code(code),
    address,
    [postalCode, city].filter(Boolean).join(' '),
    email,
    kvkNumber && words.kvk(kvkNumber),
    vatNumber && words.vatNumber(vatNumber),
  ]
  return (
    <>
      {facts.filter(Boolean).join(', ')}
      <br />
      {[...reasons.map((reason) => words.reasons[reason]), ...unlike.map((what) => words.unlike[what])].join(
        ', ',
      )}
    </>
  )
}
