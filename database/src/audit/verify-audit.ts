import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What can be wrong with an entry of the audit, or with the place of one. */
export const auditFindings = ['changed', 'chain_broken', 'missing'] as const
export type AuditFinding = (typeof auditFindings)[number]

export interface AuditVerification {
  readonly count: number
  readonly findings: readonly { readonly position: bigint; readonly finding: AuditFinding }[]
}

/**
 * Holds every entry of the organization's audit to its hash, to the one before it, and the last to the head of the
 * chain. «changed»: it says something else than when it was written; «chain_broken»: the one before it is another;
 * «missing»: it is gone.
 */
export async function verifyAudit(tx: Transaction<DB>): Promise<AuditVerification> {
  const { rows } = await sql<Chained>`
    select position, encode(hash, 'hex') as hash, encode(previous, 'hex') as previous,
      hash = hash_of_audit(entry) as "isSame"
    from audit_entries entry order by position`.execute(tx)
  const { rows: heads } = await sql<Head>`
    select position, encode(hash, 'hex') as hash from audit_heads`.execute(tx)
  return { count: rows.length, findings: findingsIn(rows, heads[0]) }
}

/** What is wrong with a chain: its entries in order, and its head; none where it never began. */
export function findingsIn(
  entries: readonly Chained[],
  head: Head = { position: 0n, hash: null },
): AuditVerification['findings'] {
  const findings: { position: bigint; finding: AuditFinding }[] = []
  let before: Head = { position: 0n, hash: null }
  for (const { position, hash, previous, isSame } of entries) {
    if (position !== before.position + 1n)
      findings.push({ position: before.position + 1n, finding: 'missing' })
    if (!isSame) findings.push({ position, finding: 'changed' })
    else if (previous !== before.hash) findings.push({ position, finding: 'chain_broken' })
    before = { position, hash }
  }
  if (head.position > before.position) findings.push({ position: head.position, finding: 'missing' })
  else if (head.position !== before.position || head.hash !== before.hash)
    findings.push({ position: before.position, finding: 'chain_broken' })
  return findings
}

type Head = { position: bigint; hash: string | null }

type Chained = { position: bigint; hash: string; previous: string | null; isSame: boolean }
