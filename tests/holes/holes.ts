import type { Patch } from '../../bookkeeping/simulation/mutants/mutant.ts'

/** A hole somebody could make in what keeps others out, and the test of `npm test` that notices it. */
export interface Hole {
  readonly name: string
  readonly about: string
  /** Each file has its text exactly once. */
  readonly patches: readonly Patch[]
  /** A file of tests, of which at least one must fail with the hole. */
  readonly test: string
}

/** `npm run holes` plants one after another, runs its test, and takes it out again. */
export const holes: readonly Hole[] = [
  {
    name: 'a filter removed',
    about: 'row-level security lets every organization see the customers of all',
    patches: [
      {
        file: 'database/migrations/0002_invoicing.sql',
        find: `create policy own_organization on customers to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);`,
        replace: 'create policy own_organization on customers to stella_app, stella_worker using (true);',
      },
    ],
    test: 'database/src/roles/row-level-security.test.ts',
  },
  {
    name: 'an origin check dropped',
    about: 'another website can have the browser write with our cookie',
    patches: [
      {
        file: 'api/src/http/own-origin.ts',
        find: "if (!own) throw new ApiError('foreign_origin')",
        replace: 'void own',
      },
    ],
    test: 'api/src/http/http.test.ts',
  },
  {
    name: 'a grant too wide',
    about: 'the role of the web may read the sealed codes',
    patches: [
      {
        file: 'database/migrations/0013_books.sql',
        find: 'grant select (connection_id, organization_id, books_id) on connection_secrets to stella_app;',
        replace: 'grant select on connection_secrets to stella_app;',
      },
    ],
    test: 'database/src/roles/catalogue.test.ts',
  },
  {
    name: 'a secret logged',
    about: 'what is said to e-Boekhouden.nl is kept with the codes in it',
    patches: [
      {
        file: 'e-boekhouden/src/redaction/redaction.ts',
        find: 'const needles = [...names, ...codes, ...sessions.flat()]',
        replace: 'const needles = [...names, ...sessions.flat()]',
      },
    ],
    test: 'e-boekhouden/src/redaction/redaction.test.ts',
  },
  {
    name: 'a secret that can be moved',
    about: 'the sealed codes of one organization open for another',
    patches: [
      {
        file: 'bookkeeping/src/encryption/seal.ts',
        find: 'JSON.stringify([place.organizationId, place.rowId, place.purpose, part])',
        replace: 'JSON.stringify([place.purpose, part])',
      },
    ],
    test: 'bookkeeping/src/encryption/seal.test.ts',
  },
  {
    name: 'a right given to everybody',
    about: 'who only looks may change who works here',
    patches: [
      {
        file: 'invoicing/src/members/permissions.ts',
        find: "  members: ['owner'],",
        replace: "  members: ['owner', 'member', 'bookkeeper', 'viewer'],",
      },
    ],
    test: 'invoicing/src/members/permissions.test.ts',
  },
  {
    name: 'a document type accepted',
    about: 'an answer of the service may declare entities',
    patches: [
      {
        file: 'e-boekhouden/src/xml/parse.ts',
        find: `  parser.on('doctype', () => {
    throw new ForbiddenXml('a document type')
  })
`,
        replace: '',
      },
      {
        file: 'e-boekhouden/src/xml/parse.ts',
        find: '  refuseAtOnce(text)\n',
        replace: '',
      },
    ],
    test: 'e-boekhouden/src/xml/parse.test.ts',
  },
  {
    name: 'a formula in a file',
    about: 'what a customer is called is reckoned by whoever opens the list',
    patches: [
      {
        file: 'transfer/src/files/write-csv.ts',
        find: "if (typeof cell === 'string') return asWords(cell)",
        replace: "if (typeof cell === 'string') return cell",
      },
    ],
    test: 'api/src/customers/routes.test.ts',
  },
  {
    name: 'guessing without end',
    about: 'a password may be guessed as often as anybody likes',
    patches: [
      {
        file: 'api/src/accounts/sign-in-limits.ts',
        find: 'const most = { onePlace: 10, allPlaces: 100, allAccounts: 300, knownDevice: 10 }',
        replace: 'const most = { onePlace: 1e6, allPlaces: 1e6, allAccounts: 1e6, knownDevice: 1e6 }',
      },
    ],
    test: 'api/src/accounts/sign-in-limits.test.ts',
  },
  {
    name: 'a policy forgotten',
    about: 'pages of Stella may run scripts from anywhere',
    patches: [
      {
        file: 'api/src/http/security-headers.ts',
        find: '"script-src \'self\'",',
        replace: '"script-src *",',
      },
    ],
    test: 'api/src/http/http.test.ts',
  },
  {
    name: 'a link that cannot be taken back',
    about: 'a customer goes on seeing an invoice by a link that was withdrawn',
    patches: [
      {
        file: 'database/src/share-links/share-link.ts',
        find: '.set({ revoked_at: at })',
        replace: '.set({ first_opened_at: at })',
      },
    ],
    test: 'api/src/share-links/routes.test.ts',
  },
  {
    name: 'half a backup taken for whole',
    about: 'a backup that was cut off is restored as far as it goes',
    patches: [
      {
        file: 'database/src/backups/copy-in.ts',
        find: "  throw damaged('it has no end')",
        replace: "  await tighten()\n  await client.query('commit')\n  return Object.fromEntries(counts)",
      },
    ],
    test: 'database/src/backups/backups.test.ts',
  },
]
