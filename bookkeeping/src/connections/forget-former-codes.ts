import { changeConnection, deleteFormerSecrets, findConnection, type Transaction } from '@stella/database'

/** Codes of books that are no longer linked are kept for as long as an outcome there is unknown. */
export async function forgetFormerCodes(tx: Transaction): Promise<void> {
  const connection = await findConnection(tx)
  if (connection === null || !connection.settles_former) return
  const { id: connectionId, books_id: booksId, state } = connection
  if (await deleteFormerSecrets(tx, { connectionId, booksId })) return
  await changeConnection(tx, { from: [state] }, { settles_former: false })
}
