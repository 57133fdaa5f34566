import { sql } from 'kysely'
import type { Installation, Organization } from '../installation/installation.ts'
import type { Dice } from '../processes/random.ts'
import type { Blow } from './blows.ts'
import { dies, type Killed, loseOne } from './kill.ts'
import { anyPlace, work } from './work.ts'

/** For processes that start while others use both cores, in time of the engine. */
const diesWithinMs = 60_000

/**
 * A person enters the codes of other books while invoices are made and booked, as often as it takes to be told that
 * they are stored.
 */
export async function linkOtherBooks(
  installation: Installation,
  { losing, moment }: Extract<Blow, { kind: 'other_books' }>,
  dice: Dice,
): Promise<Killed | null> {
  const [first, ...others] = installation.organizations
  if (first === undefined) return null
  const organization: Organization = dice.pick([first, ...others])
  if (losing) loseOne(installation, dice)
  const working = work(installation, dice, { invoices: 2, newCustomers: 0.4 })
  if (dice.happens(0.5)) await working
  const access = await installation.otherBooks(organization, dice)
  const place = anyPlace(installation, dice)
  const enter = () => installation.linkOther(anyPlace(installation, dice), organization, access)
  if (moment === null) {
    await working
    await enter()
    return { place: null }
  }
  await place.program.call('trap', { moment, signal: 'SIGKILL', passes: 0 })
  const killed = await dies(installation, diesWithinMs, async () => {
    await installation.linkOther(place, organization, access).catch(() => {})
  })
  await working
  return killed === null ? null : { ...killed, afterwards: enter }
}

/**
 * What certainly is not in the books that were linked before waits for a person: they offer it again, and it goes to
 * the linked ones. Whether there was any.
 */
export async function offerWhatWaitsForPeople(installation: Installation): Promise<boolean> {
  const { rows } = await sql<{ id: string; organization_id: string }>`
    select id, organization_id from bookings where state in ('rejected', 'conflict')`.execute(
    installation.owner.kysely,
  )
  const [place] = installation.places
  for (const { id, organization_id: organizationId } of rows) {
    await place?.program.call('offerAgain', { organizationId, bookingId: id })
  }
  return rows.length > 0
}
