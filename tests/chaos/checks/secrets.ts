import { sql } from 'kysely'
import type { Installation } from '../installation/installation.ts'

/**
 * I8: none of the codes and keys of an installation stands in what its processes wrote or in any table, as it is or
 * as base64, hexadecimal or part of an address shows it.
 */
export class SecretSearch {
  /** Rows of this table are added for ever; what was searched is not searched again. */
  #searchedExchanges = new Date(0)

  async search(installation: Installation): Promise<string[]> {
    const forms = [...installation.secrets].flatMap(formsOf)
    const outputs = [...installation.outputs, ...installation.places.map(({ program }) => program.output())]
    const found = outputs.flatMap((text) =>
      holdsOne(text, forms) ? ['I8: a secret in what is written out'] : [],
    )
    for (const { name, rows } of await this.#tables(installation)) {
      if (rows.some((text) => holdsOne(text, forms))) found.push(`I8: a secret in table ${name}`)
    }
    return found
  }

  async #tables({ owner }: Installation): Promise<{ name: string; rows: string[] }[]> {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(owner.kysely)
    const since = this.#searchedExchanges
    const read = []
    for (const { name } of tables) {
      const where =
        name === 'public.exchanges'
          ? sql`where coalesce(finished_at, started_at) >= ${since} or started_at >= ${since}`
          : sql``
      const { rows } = await sql<{
        text: string
      }>`select t::text as text from ${sql.raw(name)} t ${where}`.execute(owner.kysely)
      read.push({ name, rows: rows.map(({ text }) => text) })
    }
    const latest = await owner.kysely
      .selectFrom('exchanges')
      .select((eb) => eb.fn.max('started_at').as('at'))
      .executeTakeFirst()
    this.#searchedExchanges = latest?.at ?? since
    return read
  }
}

function holdsOne(text: string, forms: readonly string[]): boolean {
  return forms.some((form) => text.includes(form))
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const base64 = bytes.toString('base64').replace(/=*$/, '')
  return [secret, encodeURIComponent(secret), bytes.toString('hex'), base64, bytes.toString('base64url')]
}
