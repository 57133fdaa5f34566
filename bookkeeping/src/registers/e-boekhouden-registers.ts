import type { Article, Relation } from '@stella/e-boekhouden'
import { failureOf } from '../books/failure-of.ts'
import { clientsFor, type ServiceOptions } from '../books/open-clients.ts'
import type { Codes } from '../encryption/seal.ts'
import type { Said } from '../ports/books.ts'
import type { ArticleInBooks, Registers, RelationInBooks } from './register.ts'

/** Makes a way to the registers of whoever has these codes. */
export type OpenRegisters = (codes: Codes) => Registers

/** The way to the registers of e-Boekhouden.nl at this address, or at its own when none is given. */
export function eBoekhoudenRegistersAt(url?: string, options?: ServiceOptions): OpenRegisters {
  return (codes) => {
    const { gathered, openForLists } = clientsFor(codes, url, options)
    const client = openForLists()
    const say = async <T>(call: () => Promise<T>): Promise<Said<T>> => {
      try {
        return { ok: true, value: await call(), exchanges: gathered.splice(0) }
      } catch (error) {
        return { ok: false, failure: failureOf(error), exchanges: gathered.splice(0) }
      }
    }
    return {
      relations: (signal) =>
        say(async () => (await client.getRelations({}, { signal })).map(relationInBooks)),
      articles: (signal) => say(async () => (await client.getArticles({}, { signal })).map(articleInBooks)),
      close: () => client.close(),
    }
  }
}

function relationInBooks(relation: Relation): RelationInBooks {
  const { address, address2, city, city2, code, contactPerson, country, country2, email, id, kind } = relation
  const { kvkNumber, mobile, name, phone, postalCode, postalCode2, vatNumber } = relation
  const own = { id, code, kind, name, contactPerson, email, phone: phone || mobile, vatNumber, kvkNumber }
  return { ...own, address, postalCode, city, country, address2, postalCode2, city2, country2 }
}

function articleInBooks(article: Article): ArticleInBooks {
  const { active, code, description, ledgerAccount, salesPriceExcl, unit, vatCode } = article
  return { code, description, unit, priceExcl: salesPriceExcl, vatCode, ledgerAccount, isActive: active }
}
