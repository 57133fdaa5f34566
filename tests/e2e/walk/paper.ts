import { extractText, getDocumentProxy } from 'unpdf'

/** What a PDF says. */
export type Paper = {
  readonly text: string
  /** In cents, as often as it shows each; its own minus sign is U+2212. */
  readonly amounts: ReadonlyMap<bigint, number>
}

export async function readPaper(pdf: Uint8Array): Promise<Paper> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true })
  const amounts = new Map<bigint, number>()
  for (const [, sign, euros, cents] of text.matchAll(/([−-]?)(\d{1,3}(?:\.\d{3})*),(\d{2})(?!\d)/g)) {
    const amount = BigInt(`${(euros ?? '').replaceAll('.', '')}${cents}`) * (sign ? -1n : 1n)
    amounts.set(amount, (amounts.get(amount) ?? 0) + 1)
  }
  return { text, amounts }
}
