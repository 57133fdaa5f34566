import type { program as dutch } from '../nl/program.ts'
import { organizationCommands } from './program-organizations.ts'
import { restoreWords } from './program-restore.ts'

export const program = {
  screen: {
    ready: (seconds) => `Stella is running (ready in ${seconds} s).`,
    address: 'Stella',
    login: 'Log in',
    supportLogin: 'Support',
    sandbox: 'Practice books',
    sandboxNote: 'not the real e-Boekhouden.nl; your codes are there under Beheer',
    books: 'e-Boekhouden.nl',
    data: 'Data',
    mail: 'E-mail',
    mailKept: (folder) => `stays in ${folder}  (no mail server is set)`,
    mailSent: (host) => `goes through ${host}`,
    asRoot: 'Stella runs as root. There is no need for it: better start it as an ordinary user.',
    stopHint: 'Stop: Ctrl-C',
    stopping: 'Stella is stopping…',
    stopped: 'Stella has stopped.',
    forced: 'Stella was cut short.',
    passwordUnknown: 'password chosen at the first start',
  },
  development: {
    making: (name: string) => `Making «${name}»; that takes a while.`,
    startedAgain: (file: string, seconds: string) => `${file} changed: started again in ${seconds} s.`,
    waitsForChange: 'The program has ended; it starts again when a file changes.',
    unknownScenario: (name: string, names: string) => `There is no «${name}»; choose from ${names}.`,
  },
  settings: {
    heading: 'Stella cannot start like this:',
    notAPort: (setting, value) => `${setting} is "${value}", but must be a port from 1 to 65535.`,
    notAFlag: (setting, value) => `${setting} is "${value}", but must be 0 or 1.`,
    notALanguage: (setting, value) => `${setting} is "${value}", but must be nl or en.`,
    notALogLevel: (setting, value) => `${setting} is "${value}", but must be debug, info, warn or error.`,
    notADatabaseUrl: (setting) =>
      `${setting} is not the address of a PostgreSQL database; it begins with postgres:// or postgresql://.`,
    notAMailServer: (setting) =>
      `${setting} is not the address of a mail server; it begins with smtp:// or smtps://, such as smtps://name:password@mail.example.org.`,
    notAMailbox: (setting) =>
      `${setting} is not the address of a mailbox; it begins with imap:// or imaps:// and has a name and a password, such as imaps://name:password@mail.example.org.`,
    notASender: (setting, value) =>
      `${setting} is "${value}", but must be an e-mail address, if wanted with a name before it: Stella <stella@example.org>.`,
    notASupportAddress: (setting, value) =>
      `${setting} is "${value}", but must be an e-mail address, or a whole address that begins with http:// or https://.`,
    notAWebAddress: (setting, value) =>
      `${setting} is "${value}", but must be a whole address that begins with http:// or https://.`,
    notAnOrigin: (setting, value) =>
      `${setting} is "${value}", but must be only the beginning of the address, such as https://stella.example.org, without a path.`,
    notProxies: (setting, value) =>
      `${setting} is "${value}", but must be IP addresses or ranges with commas between them, such as 10.0.0.0/8.`,
    notSeconds: (setting, value) =>
      `${setting} is «${value}», but must be a number of seconds from 0 to 300.`,
    notASecretKey: (setting) =>
      `${setting} must hold 32 random bytes, written as 64 hexadecimal digits or as base64.`,
    notARecipient: (setting, value) =>
      `${setting} is "${value}", but must be a public key of age; that begins with age1.`,
    tooLong: (setting, longest) => `${setting} is longer than ${longest} characters.`,
    codesBelongTogether: (present, missing) =>
      `${present} is set but ${missing} is not; set both codes, or neither.`,
    senderMissing: (server, sender) =>
      `${server} is set but ${sender} is not; give the address that Stella sends mail from as ${sender}.`,
    samePort: (first, second, port) =>
      `${first} and ${second} are both ${port}; choose another port for one of the two.`,
  },
  failures: {
    portTaken: (port, setting) =>
      `Port ${port} is in use already; stop the other program, or choose another port with ${setting}.`,
    portForbidden: (port, setting) =>
      `Port ${port} may not be used by this user; choose a port above 1023 with ${setting}.`,
    hostUnknown: (host) =>
      `This computer does not have the address "${host}"; choose another with HOST, for example 127.0.0.1.`,
    dataFolderNotWritable: (folder) =>
      `The data folder ${folder} cannot be written to; grant write permission, or choose another folder with STELLA_DATA_DIR.`,
    dataFolderInUse: (folder, pid) =>
      `The data folder ${folder} is in use by a running Stella (process ${pid}); stop that one first, or choose another folder with STELLA_DATA_DIR.`,
    dataOfNewerVersion: (folder) =>
      `The data in ${folder} was made by a newer version of Stella; update Stella, or choose another database or folder.`,
    sealingKeyUnknown: (name, known) =>
      `There is no key ${name} in STELLA_SECRET_KEY; there are: ${known}. What a missing key seals does not open: put it back.`,
    sealingKeyIsFirst: (name) =>
      `The key ${name} is the first: it seals. Put a new one in front of it, with a comma between them, and start Stella again.`,
    sealingKeyNotRunning: (first) =>
      `The Stella that runs now does not know the key ${first} yet; start it again first, with the same STELLA_SECRET_KEY.`,
    sealingKeyStillUsed: (name, connections) =>
      `The key ${name} still seals ${connections} ${connections === 1 ? 'connection' : 'connections'}: somewhere a Stella runs that does not know the first key. Start that one again and repeat this command.`,
    databaseUnreachable: (place) =>
      `The database at ${place} cannot be reached; check DATABASE_URL and that PostgreSQL is running.`,
    databaseRefused: (place) =>
      `The database at ${place} refuses access; check the name, the password and the database in DATABASE_URL.`,
    databaseLoginsNotMade: (place, owner) =>
      `The user «${owner}» of the database at ${place} may not make logins; have an administrator run «alter role "${owner}" createrole» and start Stella again.`,
    databaseRolesElsewhere: (place, owner) =>
      `Stella's roles at ${place} were made there by another user; have an administrator run «grant stella_app, stella_worker, stella_support, stella_accounts, stella_mail to "${owner}" with admin option» and start Stella again.`,
    databaseRightsMissing: (place, role) =>
      `In the database at ${place} the role «${role}» lacks rights: it was restored without Stella's roles. Make those first, as the README says under «Restore», and restore it again.`,
    databaseLoginsRefused: (place, login) =>
      `The database at ${place} does not let Stella's login «${login}» in; allow the logins that begin with «stella_» in pg_hba.conf (scram-sha-256), and in the pooler where there is one.`,
    databaseRights: (place) =>
      `The user of the database at ${place} may not make tables or roles there; grant that, or use another user in DATABASE_URL.`,
    migrationChanged: (migration, place) =>
      `Migration ${migration} was changed after it had run on ${place}. Put it back as it was. If you are still writing it: stop Stella, remove that data and begin anew.`,
    databaseTooOld: (place, version) =>
      `The database at ${place} is PostgreSQL ${version}; Stella needs PostgreSQL 15 or newer.`,
    sharedSettingMissing: (setting) =>
      `${setting} is not set; «web» and «worker» work together only with the same DATABASE_URL, STELLA_SECRET_KEY and EBOEKHOUDEN_SOAP_URL.`,
    diskFull: (place) => `The disk of ${place} is full; make room and start Stella again.`,
    noUnprivilegedUser:
      'The database cannot run as root and there is no user stella, postgres or nobody; start Stella as an ordinary user.',
    platformUnsupported: (platform) =>
      `No database comes along for ${platform}; give a PostgreSQL of your own with DATABASE_URL.`,
    embeddedServerFailed: (logFile) =>
      `The database that comes along does not start; the reason is in ${logFile}.`,
    embeddedServerEndsAgain: (logFile) =>
      `The database that comes along ends again and again, perhaps because memory or the disk is full; the reason is in ${logFile}. Stella stops; start it again when that is mended.`,
    sandboxFailed: (logFile) => `The practice books do not start; the reason is in ${logFile}.`,
    webNotBuilt: 'The screens have not been built yet; start Stella with npm start.',
    sealingKeyUnusable: (file) =>
      `The key in ${file} cannot be used; put the original key back, or give it with STELLA_SECRET_KEY.`,
    backupMissing: (file) => `There is no backup ${file}.`,
    backupDamaged: (file, reason) =>
      `The backup is not whole and is not restored in ${file} (${reason}); take another.`,
    backupKeyWrong: (file) =>
      `This key does not open the backup ${file}; give the file with the key it was made for, with --key.`,
    backupKeyMissing: (file) =>
      `There is no key in ${file}; give the file where you keep it, with --key. Without that key no backup opens.`,
    backupKeyUnusable: (file) =>
      `There is no secret key of age in ${file}; that begins with AGE-SECRET-KEY-.`,
    backupOfNewerVersion: (found) =>
      `The backup was made by a newer version of Stella (${found}); update Stella, then restore it.`,
    backupRights: (place) =>
      `The user of the database at ${place} does not see all rows, so a backup would lack some; give one who may read everything, with BACKUP_DATABASE_URL (docs/runbooks/restore.md).`,
    restoreNotEmpty: (place) =>
      `There is data in ${place} already. A backup is restored into an empty installation only; choose an empty folder with STELLA_DATA_DIR, or an empty database with DATABASE_URL.`,
    restoreUnfinished: (place) =>
      `The restore into ${place} was cut short, so much is missing; run "npm run stella -- restore" again.`,
    organizationUnknown: (asked) => `There is no organisation "${asked}".`,
    organizationAmbiguous: (asked) =>
      `There are several organisations named "${asked}"; use the identifier instead of the name.`,
    lastOwner: (organization) =>
      `${organization} has to keep at least one owner. Give somebody else the role owner first.`,
    accountUnknown: (email) => `There is no account with the address ${email}.`,
    accountRefused: (reason) => `The account was not made: ${reason}`,
    programNotReachable: 'There is no database yet; start Stella once with npm start.',
    demoNeedsSandbox:
      'Demo businesses are made only where Stella works with the practice books, so without EBOEKHOUDEN_SOAP_URL.',
    unexpected: (logFile) => `Stella stopped unexpectedly; the reason is in ${logFile}.`,
    notACount: (option, value) => `${option} is «${value}», but must be a number of at least 3.`,
    unexpectedCommand: (reason) => `This did not work: ${reason}`,
  },
  commands: {
    program: 'Stella: invoices that book themselves, exactly once, in e-Boekhouden.nl.',
    start: 'Start Stella: screens, API and processing.',
    web: 'Start only the screens and the API; one or more «worker» do the work.',
    worker: 'Start only the processing; one or more «web» serve people.',
    help: 'Show this.',
    migrate: 'Bring the database up to this version of Stella.',
    migrated: (place) => `The database at ${place} is up to date.`,
    ...organizationCommands,
    apiKey: 'API keys of an organisation.',
    apiKeyCreate: 'Make an API key; it is shown once.',
    apiKeyOrganization: 'name or identifier of the organisation',
    apiKeyName: 'what the key is for',
    apiKeyMade: (organization) => `API key for ${organization}; keep it, it cannot be shown again:`,
    account: 'Accounts.',
    accountCreate: 'Make an account, with the support role if asked.',
    accountEmail: 'e-mail address to log in with',
    accountName: 'name of the user',
    accountPassword: 'password; without this option one is drawn and shown once',
    accountOrganization: "name of the account's organisation",
    accountSupport: 'give the support role: sees failing bookings of all organisations',
    accountMade: (email) => `Account ${email} was made.`,
    accountList: 'Show all accounts, with where they work.',
    accountSessions: (count) => (count === 1 ? '1 session' : `${count} sessions`),
    accountIsBlocked: 'blocked',
    accountIsSupport: 'support',
    accountBlock: 'Shut an account out; it is signed out everywhere at once.',
    accountBlocked: (email) => `Account ${email} is blocked and signed out everywhere.`,
    accountUnblock: 'Let a blocked account in again.',
    accountUnblocked: (email) => `Account ${email} may sign in again.`,
    accountEndSessions: 'Sign an account out everywhere.',
    accountSessionsEnded: (email, count) =>
      `Account ${email} is signed out everywhere (${count === 1 ? '1 session' : `${count} sessions`}).`,
    accountConfirm: 'Say that the e-mail address of an account is right; it may then mail invoices.',
    accountConfirmed: (email: string) => `The address ${email} is confirmed.`,
    accountHasSecondFactor: 'second step',
    accountResetSecondFactor: 'Take away the second step of an account; it is then signed out everywhere.',
    accountSecondFactorReset: (email: string) =>
      `Account ${email} signs in with its password alone again, and is signed out everywhere.`,
    accountRole: 'Give an account a role in an organisation, also where it did not work yet.',
    accountRoleName: 'owner, member, bookkeeper or viewer',
    accountRoleGiven: (email, organization, role) =>
      `Account ${email} is now ${role.toLowerCase()} of ${organization}.`,
    accountRemoveDemo: 'Shut out the accounts of the demo.',
    accountDemoRemoved: (count) =>
      count === 1 ? '1 account of the demo was shut out.' : `${count} accounts of the demo were shut out.`,
    accountResetPassword: 'Give an account a new password; it is signed out everywhere after that.',
    accountPasswordReplaced: (email) => `Account ${email} has a new password and is signed out everywhere.`,
    accountPasswordDrawn: (password) => `Password: ${password}`,
    audit: 'Show what was done with this installation, by commands and by its support, as JSON lines.',
    installation: 'This installation',
    verifyAudit: 'Check whether what was written down about changes is still as it was written.',
    verifiedAudit: (organization, count, wrong) =>
      wrong === 0
        ? `${organization}: ${count}, all in order`
        : `${organization}: ${count}, ${wrong} not in order`,
    auditFindings: {
      changed: 'was changed',
      chain_broken: 'no longer hangs on the one before',
      missing: 'is gone',
    },
    verifyInvoices: 'Check that every final invoice is still as it became.',
    verified: (organization, count, found) =>
      found === 0
        ? `${organization}: ${count} final invoices checked, all in order.`
        : `${organization}: ${count} final invoices checked, something is wrong ${found} times:`,
    findings: {
      changed: 'the content was changed after the invoice became final.',
      chain_broken: 'the seal does not follow that of the number before.',
      unsealed: 'the invoice has no seal.',
      missing: 'the invoice with this number is gone.',
    },
    demo: 'Demo businesses to play with.',
  },
  backups: {
    backup: 'Take a backup, and try whether it can be restored.',
    taken: (file, rows, bytes) => `Backup ${file}: ${rows} rows, ${bytes} bytes, encrypted.`,
    tried: (organizations, invoices) =>
      `Restored as a trial: all is there, ${organizations} ${organizations === 1 ? 'organisation' : 'organisations'}, ${invoices} final invoices checked.`,
    notRight: (reason) => `Restored as a trial, and something is not right: ${reason}`,
    keepKey: (file) =>
      `The key is in ${file} and not in the backup. Keep a copy elsewhere: without that key no backup opens. Not in the backup: sealing.key, session.secret and database.secret (or STELLA_SECRET_KEY); keep those apart too.`,
    keysApart:
      'The backup opens only with the secret key of BACKUP_RECIPIENT. Not in the backup: sealing.key, session.secret and database.secret (or STELLA_SECRET_KEY); keep those apart too.',
    restore: 'Restore a backup into an empty installation.',
    file: 'file of the backup',
    key: 'file with the secret key; without this option the one in the data folder',
    ...restoreWords,
    moved: 'only if Stella has not run since this backup, when moving',
    restored: (takenAt, rows) =>
      `Restored: ${rows} rows, as everything was at ${takenAt}. Everybody has to sign in again.`,
    restoredNext:
      'The connections are paused and no invoice numbers are given. Make sure that the old Stella runs nowhere, start this one, and run "npm run stella -- compare-books": it reads in all books what was booked after the backup.',
    movedNext: 'Everything goes on where it was; start Stella.',
    compareBooks: 'After a restore, compare all books with Stella, and let the connections go on.',
    reason: 'After restoring a backup: the books have these numbers already.',
    compared: (organization, recovered, gone) =>
      `${organization}: compared.${recovered === '' ? '' : ` Final again: ${recovered}.`}${gone === '' ? '' : ` In the books and no longer in Stella: ${gone}.`}`,
    notConnected: (organization) =>
      `${organization}: no connection, so there is nothing to compare. Which numbers were given after the backup only its owner knows.`,
    notRead: (organization, what) => `${organization}: the books could not be read. ${what}`.trim(),
  },
  sealingKeys: {
    all: 'The keys that seal the codes of e-Boekhouden.nl and the passwords of mail servers.',
    list: 'Show which there are, and how many connections each seals.',
    retire: 'Seal anew whatever an old key seals, while bookings go on.',
    name: 'name of the key, as «sealing-key list» shows it',
    seals: (connections, mailServers, books) =>
      `${connections} ${connections === 1 ? 'connection' : 'connections'}, ${mailServers} ${mailServers === 1 ? 'mail server' : 'mail servers'}, recognises ${books} ${books === 1 ? 'administration' : 'administrations'}`,
    isFirst: '  (the first: it seals)',
    isMissing: '  (missing in STELLA_SECRET_KEY: what it seals does not open)',
    retired: (name) =>
      `The key ${name} seals nothing any more. Take it out of STELLA_SECRET_KEY (or of the file sealing.key), start Stella again, and keep it as long as there are backups of before today.`,
    recognised: (books) =>
      `${books} ${books === 1 ? 'administration whose' : 'administrations whose'} codes are gone ${books === 1 ? 'is' : 'are'} recognised by this key alone; without it Stella asks when somebody links ${books === 1 ? 'it' : 'them'} again.`,
  },
  demo: {
    list: 'Show which there are.',
    another: 'make one more, if it is there already',
    organizations: 'so many businesses, to measure with',
    invoices: 'with about so many final invoices together',
    scenarios: {
      plumber: 'a plumber with a year of ordinary work, all of it booked and verified, most of it paid',
      'bad-day': 'a business where everything goes wrong: every cause that Stella knows',
      'paused-link': 'a gardener whose password was changed: the link is paused and everything waits',
      'late-payers': 'a painter whose customers pay late, half, twice, under another number or not at all',
      'moved-in': 'a tiler who came over this week: customers, products and numbers came along',
      big: 'a web shop with 100,000 invoices',
    },
    made: (organization) => `${organization} was made.`,
    there: (organization) => `${organization} is there already.`,
    address: 'Stella',
    login: 'Log in',
    books: 'Books',
    startFirst: 'Stella is not running now; start it with npm start.',
  },
} satisfies typeof dutch
