/** What is promised about safety, each with the figure that shows it, and how that comes about. */
export interface Promised {
  readonly id: `S${number}`
  readonly what: string
  readonly target: string
  readonly by: Evidence
}

export type Evidence =
  /** Tests of `npm test`: holds when all of them pass; the figure is how many there are. */
  | {
      readonly kind: 'tests'
      readonly files: readonly string[]
      readonly only?: string
      readonly environment?: Record<string, string>
    }
  /** Reckoned by measure.ts. */
  | { readonly kind: 'measured'; readonly measure: 'swapped ciphertexts' | 'rotation' | 'asvs' }
  /** Seen by hand, and written down with its day in docs/security.md under this heading. */
  | { readonly kind: 'written down'; readonly heading: string }

export const promised: readonly Promised[] = [
  {
    id: 'S1',
    what: 'ids of another organization, over every operation of the API',
    target: 'all operations, 0 leaks',
    by: { kind: 'tests', files: ['api/src/tenancy.test.ts'] },
  },
  {
    id: 'S2',
    what: 'row-level security with every filter removed',
    target: 'all tables of tenants, 0 rows of others',
    by: { kind: 'tests', files: ['database/src/roles/row-level-security.test.ts'] },
  },
  {
    id: 'S3',
    what: 'codes and passwords in what is written, kept or taken out',
    target: '0 hits in ten kinds of places',
    by: { kind: 'tests', files: ['tests/canaries.test.ts'] },
  },
  {
    id: 'S4',
    what: 'secrets sealed anew under another key',
    target: '100,000 in 60 s',
    by: { kind: 'measured', measure: 'rotation' },
  },
  {
    id: 'S5',
    what: 'ciphertexts moved to another organization or row that open there',
    target: '0 of 1,000',
    by: { kind: 'measured', measure: 'swapped ciphertexts' },
  },
  {
    id: 'S6',
    what: 'hostile XML',
    target: 'all refused, within 50 ms and 20 MB',
    by: {
      kind: 'tests',
      files: ['e-boekhouden/src/hostile-answers.test.ts', 'e-boekhouden/src/xml/parse.test.ts'],
    },
  },
  {
    id: 'S7',
    what: 'mail servers of users that are in a network of our own, by name or by DNS',
    target: '0 of 1,000 connected to',
    by: { kind: 'tests', files: ['mail/src/mail-servers/reachable-address.test.ts'] },
  },
  {
    id: 'S8',
    what: 'a service with a certificate of its own',
    target: '0 accepted',
    by: {
      kind: 'tests',
      files: ['e-boekhouden/src/transport/undici-transport.test.ts'],
      only: 'certificate',
    },
  },
  {
    id: 'S9',
    what: 'items of ASVS 5.0, levels 1 and 2, that are shown, of those that apply',
    target: '95 %',
    by: { kind: 'measured', measure: 'asvs' },
  },
  {
    id: 'S10',
    what: 'what the support desk reads, and that it is written down',
    target: '0 columns beyond its needs, all written down',
    by: {
      kind: 'tests',
      files: ['support-desk/src/desk/rights.test.ts', 'support-desk/src/desk/names-in-the-audit.test.ts'],
    },
  },
  {
    id: 'S11',
    what: 'a thousand tamperings with the audit by somebody with all rights',
    target: 'all found; no role may change it',
    by: {
      kind: 'tests',
      files: ['database/src/audit/audit.test.ts'],
      environment: { AUDIT_TAMPERINGS: '1000' },
    },
  },
  {
    id: 'S12',
    what: 'findings of wapiti and sqlmap over a running Stella',
    target: '0 high',
    by: { kind: 'written down', heading: '## Scanned' },
  },
  {
    id: 'S13',
    what: 'calls with codes that were refused',
    target: 'at most one more',
    by: {
      kind: 'tests',
      files: ['bookkeeping/src/engine/engine-with-sandbox.test.ts'],
      only: 'codes revoked',
    },
  },
  {
    id: 'S14',
    what: 'guessing passwords, and finding out who has an account',
    target: 'ten an hour from one place, nothing told',
    by: {
      kind: 'tests',
      files: ['api/src/accounts/sign-in-limits.test.ts', 'api/src/accounts/enumeration.test.ts'],
    },
  },
]
