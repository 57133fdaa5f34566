/** Everything in a list that is read in pages, one page after the other. */
export async function* allPages<Row>(
  readPage: (page: { cursor?: string; limit: number }) => Promise<{
    items: readonly Row[]
    nextCursor: string | null
  }>,
): AsyncIterable<Row> {
  let cursor: string | null = ''
  while (cursor !== null) {
    const { items, nextCursor } = await readPage({ ...(cursor !== '' && { cursor }), limit: 200 })
    yield* items
    cursor = nextCursor
  }
}
