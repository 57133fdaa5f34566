import { offeredVatTreatments, ratedTreatments } from '@stella/invoicing'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Day } from '../openapi/values.ts'

const { read } = operationsOf('VAT', 'organization')

export const OfferedVatTreatment = z.enum(offeredVatTreatments).meta({
  id: 'VatTreatment',
  description:
    'How VAT is reckoned on a line. `high` and `low` are at the rate of the law on the day of supply, `other_rate` at ' +
    'that of the line; nothing is charged under the others: `zero`, `reverse_charge` (btw verlegd; ' +
    '`reverse_charge_low` where it would be the low rate), `eu_goods`, `eu_services`, `outside_eu`, `exempt` and ' +
    '`small_business_scheme` (KOR).',
})

const VatRate = z
  .object({
    treatment: z.enum(ratedTreatments),
    rate: z.string().describe('Percentage, as in `21`.'),
    from: Day.describe('The first day of supply on which it holds.'),
    until: Day.nullable().describe('The last; null while no end is known.'),
  })
  .meta({ id: 'VatRate' })

export const listVatRates = read({
  id: 'listVatRates',
  summary: 'List the rates of the law',
  description: 'Of the rows that have begun on a day the last one counts, until its own end.',
  response: { 200: z.object({ rates: z.array(VatRate) }).meta({ id: 'VatRates' }) },
})
