import { type ErrorCode, errorTable } from '../http/errors.ts'
import { Problem } from '../http/problem.ts'

/**
 * The answers of an operation when it is refused, for its `response` schema: one entry per status, naming the
 * codes. They are thrown and never sent by a handler, hence the empty type: handlers see only what succeeds.
 */
export function refusals(...codes: ErrorCode[]): object {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const { status } = errorTable[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: `Refused: ${those.map((code) => `\`${code}\``).join(', ')}.`,
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  )
}
