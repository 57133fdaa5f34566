import type { Administration, Mutation, Relation } from './administration.ts'

/** Found without walking through the books: look-ups stay quick with many thousands of mutations. */
export interface AdministrationIndex {
  relationsById: Map<number, Relation>
  relationsByCode: Map<string, Relation>
  /** By the number in the header, and by those that its lines pay. */
  mutationsByInvoiceNumber: Map<string, Mutation[]>
}

export function indexesOf(books: Administration): AdministrationIndex {
  const index: AdministrationIndex = {
    relationsById: new Map(),
    relationsByCode: new Map(),
    mutationsByInvoiceNumber: new Map(),
  }
  for (const relation of books.relations) indexRelation(index, relation)
  for (const mutation of books.mutations) indexMutation(index, mutation)
  return index
}

/** Codes and invoice numbers are compared as the service's database is believed to: without regard to case and to
 * spaces at the ends. */
export function comparable(code: string): string {
  return code.trim().toLowerCase()
}

/** Whether the mutation names the invoice number: in its header, or in a line of its own. */
export function namesInvoice(mutation: Mutation, comparableNumber: string): boolean {
  return numbersOf(mutation).has(comparableNumber)
}

export function indexRelation(index: AdministrationIndex, relation: Relation): void {
  index.relationsById.set(relation.id, relation)
  if (!relation.removed) index.relationsByCode.set(comparable(relation.fields.Code), relation)
}

export function unindexRelation(index: AdministrationIndex, id: number): void {
  const known = index.relationsById.get(id)
  if (!known) return
  index.relationsById.delete(id)
  if (!known.removed) index.relationsByCode.delete(comparable(known.fields.Code))
}

export function indexMutation(index: AdministrationIndex, mutation: Mutation): void {
  for (const key of numbersOf(mutation)) {
    const same = index.mutationsByInvoiceNumber.get(key)
    if (same) same.push(mutation)
    else index.mutationsByInvoiceNumber.set(key, [mutation])
  }
}

export function unindexMutation(index: AdministrationIndex, mutation: Mutation): void {
  for (const key of numbersOf(mutation)) {
    const others = index.mutationsByInvoiceNumber.get(key)?.filter(({ number }) => number !== mutation.number)
    if (others && others.length > 0) index.mutationsByInvoiceNumber.set(key, others)
    else index.mutationsByInvoiceNumber.delete(key)
  }
}

function numbersOf({ invoiceNumber, lines }: Mutation): Set<string> {
  const keys = new Set([comparable(invoiceNumber)])
  for (const line of lines) if (line.invoiceNumber !== undefined) keys.add(comparable(line.invoiceNumber))
  keys.delete('')
  return keys
}
