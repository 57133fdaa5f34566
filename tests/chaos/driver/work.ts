import type { NewInvoice } from '../installation/book-invoice.ts'
import type { Installation, Organization, Place } from '../installation/installation.ts'
import type { Dice } from '../processes/random.ts'

/** How much there is to do: invoices for each organization, and which share of them is for new customers. */
export type Workload = { readonly invoices: number; readonly newCustomers: number }

/**
 * Has invoices made for every organization at the same time, each by one of the processes. Some fail when a process
 * is killed meanwhile: nobody was then told that they are final. Returns how many were acknowledged.
 */
export async function work(installation: Installation, dice: Dice, load: Workload): Promise<number> {
  const booked = installation.organizations.flatMap((organization) =>
    Array.from({ length: load.invoices }, () => {
      const place = anyPlace(installation, dice)
      return installation.book(place, organization, drawInvoice(organization, dice, load.newCustomers))
    }),
  )
  return (await Promise.all(booked)).filter(Boolean).length
}

export function anyPlace({ places }: Installation, dice: Dice): Place {
  const [first, ...others] = places
  if (first === undefined) throw new Error('an installation has at least one process')
  return dice.pick([first, ...others])
}

function drawInvoice(organization: Organization, dice: Dice, newCustomers: number): NewInvoice {
  const [known, ...others] = organization.customers
  const isNew = known === undefined || dice.happens(newCustomers)
  return {
    organizationId: organization.id,
    customer: isNew
      ? { name: `Klant ${dice.whole(1, 1_000_000)} & Zn.` }
      : { id: dice.pick([known, ...others]) },
    pricesIncludeVat: dice.happens(0.4),
    lines: Array.from({ length: dice.whole(1, 4) }, () => ({
      quantity: dice.pick(['1', '2', '3', '7.5', '0.25', '12', '1.333']),
      unitPrice: `${dice.whole(0, 400)}.${String(dice.whole(1, 99)).padStart(2, '0')}`,
      vatTreatment: dice.pick(['high', 'high', 'low', 'zero']),
    })),
  }
}
