import type { RawBuilder } from 'kysely'
import type { Database } from '../pools/open-database.ts'

/** What lies before every id. */
const none = '00000000-0000-0000-0000-000000000000'

/** Every id of a list in its order, page by page; `next` asks for those after one. */
export async function* everyId(
  { kysely }: Database,
  next: (after: string) => RawBuilder<{ id: string }>,
): AsyncGenerator<string> {
  for (let after = none; ; ) {
    const { rows } = await next(after).execute(kysely)
    for (const { id } of rows) yield id
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}
