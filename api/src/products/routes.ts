import { problemsOfProductAccount, productAccountChanged } from '@stella/bookkeeping'
import {
  DatabaseError,
  findProduct,
  inOrganization,
  listProducts,
  saveProduct,
  type Transaction,
  updateProduct,
} from '@stella/database'
import { validateProduct } from '@stella/invoicing'
import { textsIn } from '@stella/texts'
import { allPages, productColumns } from '@stella/transfer'
import { recordExport } from '../activities/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { fieldError, valid } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import { sendList } from '../http/list-file.ts'
import * as contract from './contract.ts'
import { presentProduct } from './present.ts'

export function productRoutes(app: App, { bookkeeping, databases, now, pages }: Context): void {
  app.get('/api/products', contract.listProducts, async (request) => {
    const { id } = organizationOf(request)
    return pages.read(
      { list: 'products', owner: id },
      request.query,
      ({ archived, ...query }) =>
        inOrganization(databases.app, id, (tx) =>
          listProducts(tx, { ...query, archived: archived === 'true' }),
        ),
      presentProduct,
    )
  })

  app.get('/api/products/csv', contract.getProductsCsv, async (request, reply) => {
    const { id } = organizationOf(request)
    await recordExport({ databases, now }, request, 'products')
    const { archived, search, language = languageOf(request) } = request.query
    const rows = allPages((page) =>
      inOrganization(databases.app, id, (tx) =>
        listProducts(tx, { archived: archived === 'true', search, ...page }),
      ),
    )
    const name = `${textsIn(language).csv.products.file}-${now().toISOString().slice(0, 10)}`
    return sendList(reply, {
      name,
      language,
      format: request.query.format,
      columns: productColumns(language),
      rows,
    })
  })

  app.post('/api/products', contract.createProduct, async (request, reply) => {
    const content = valid(validateProduct(request.body))
    const product = await inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      await requireAccount(tx, content.revenueAccount)
      return saveProduct(tx, content)
    }).catch(atItsField)
    return reply.code(201).send(presentProduct(product))
  })

  app.get('/api/products/:id', contract.getProduct, async (request) =>
    inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const product = await findProduct(tx, request.params.id)
      if (product === undefined) throw new ApiError('not_found')
      return presentProduct(product)
    }),
  )

  app.put('/api/products/:id', contract.updateProduct, async (request) => {
    const { revision, ...input } = request.body
    const content = valid(validateProduct(input))
    const product = await inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const { id } = request.params
      const before = await findProduct(tx, id)
      if (before?.revenueAccount === content.revenueAccount)
        return updateProduct(tx, { id, revision, content })
      await requireAccount(tx, content.revenueAccount)
      const changed = await updateProduct(tx, { id, revision, content })
      await productAccountChanged(tx, now())
      return changed
    }).catch(atItsField)
    bookkeeping.wake()
    return presentProduct(product)
  })
}

/** An account of the linked books, as far as they are known. */
async function requireAccount(tx: Transaction, revenueAccount: string | null): Promise<void> {
  const problems = await problemsOfProductAccount(tx, revenueAccount)
  if (problems.length > 0) throw new ApiError('invalid_fields', { fields: problems.map(fieldError) })
}

function atItsField(error: unknown): never {
  if (!(error instanceof DatabaseError) || error.code !== 'product_code_taken') throw error
  throw new ApiError('invalid_fields', { fields: [{ path: 'code', code: 'code_taken' }] })
}
