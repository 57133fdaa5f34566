import { z } from 'zod'
import { Customer } from '../customers/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Limit, Search } from '../openapi/values.ts'
import { Product } from '../products/contract.ts'

const { read } = operationsOf('Search', 'organization')

export const findAlike = read({
  id: 'findAlike',
  summary: 'What was meant, perhaps',
  description:
    'Customers and products that look like what was typed, slips of the keyboard aside, the likest first: for when the ' +
    'lists find nothing. Words of four letters and more count; of figures nothing is alike.',
  querystring: z.strictObject({ search: Search, limit: Limit }),
  response: {
    200: z
      .object({
        customers: z.array(Customer.pick({ id: true, name: true, city: true })),
        products: z.array(Product.pick({ id: true, code: true, description: true, unitPrice: true })),
      })
      .meta({ id: 'Alike' }),
  },
})
