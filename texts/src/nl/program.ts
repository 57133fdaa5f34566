import { organizationCommands } from './program-organizations.ts'
import { restoreWords } from './program-restore.ts'

/** What the program says in the terminal: its short screen, its help and its mistakes. */
export const program = {
  screen: {
    ready: (seconds: string) => `Stella draait (klaar in ${seconds} s).`,
    address: 'Stella',
    login: 'Inloggen',
    supportLogin: 'Support',
    sandbox: 'Oefenboekhouding',
    sandboxNote: 'niet de echte e-Boekhouden.nl; uw codes staan daar onder Beheer',
    books: 'e-Boekhouden.nl',
    data: 'Gegevens',
    mail: 'E-mail',
    mailKept: (folder: string) => `blijft in ${folder}  (er is geen mailserver ingesteld)`,
    mailSent: (host: string) => `gaat via ${host}`,
    asRoot: 'Stella draait als root. Dat is niet nodig: start haar liever als een gewone gebruiker.',
    stopHint: 'Stoppen: Ctrl-C',
    stopping: 'Stella stopt…',
    stopped: 'Stella is gestopt.',
    forced: 'Stella is afgebroken.',
    passwordUnknown: 'wachtwoord gekozen bij de eerste start',
  },
  development: {
    making: (name: string) => `«${name}» wordt gemaakt; dat duurt even.`,
    startedAgain: (file: string, seconds: string) => `${file} is veranderd: opnieuw gestart in ${seconds} s.`,
    waitsForChange: 'Het programma is gestopt; het start opnieuw zodra een bestand verandert.',
    unknownScenario: (name: string, names: string) => `«${name}» bestaat niet; kies uit ${names}.`,
  },
  settings: {
    heading: 'Stella kan zo niet starten:',
    notAPort: (setting: string, value: string) =>
      `${setting} is «${value}», maar moet een poort zijn van 1 tot en met 65535.`,
    notAFlag: (setting: string, value: string) => `${setting} is «${value}», maar moet 0 of 1 zijn.`,
    notALanguage: (setting: string, value: string) => `${setting} is «${value}», maar moet nl of en zijn.`,
    notALogLevel: (setting: string, value: string) =>
      `${setting} is «${value}», maar moet debug, info, warn of error zijn.`,
    notADatabaseUrl: (setting: string) =>
      `${setting} is geen adres van een PostgreSQL-database; het begint met postgres:// of postgresql://.`,
    notAMailServer: (setting: string) =>
      `${setting} is geen adres van een mailserver; het begint met smtp:// of smtps://, zoals smtps://naam:wachtwoord@mail.voorbeeld.nl.`,
    notAMailbox: (setting: string) =>
      `${setting} is geen adres van een mailbox; het begint met imap:// of imaps:// en heeft een naam en een wachtwoord, zoals imaps://naam:wachtwoord@mail.voorbeeld.nl.`,
    notASender: (setting: string, value: string) =>
      `${setting} is «${value}», maar moet een e-mailadres zijn, zo nodig met een naam ervoor: Stella <stella@voorbeeld.nl>.`,
    notASupportAddress: (setting: string, value: string) =>
      `${setting} is «${value}», maar moet een e-mailadres zijn, of een volledig adres dat begint met http:// of https://.`,
    notAWebAddress: (setting: string, value: string) =>
      `${setting} is «${value}», maar moet een volledig adres zijn dat begint met http:// of https://.`,
    notAnOrigin: (setting: string, value: string) =>
      `${setting} is «${value}», maar moet alleen het begin van het adres zijn, zoals https://stella.voorbeeld.nl, zonder pad.`,
    notProxies: (setting: string, value: string) =>
      `${setting} is «${value}», maar moet uit IP-adressen of reeksen bestaan, met komma’s ertussen, zoals 10.0.0.0/8.`,
    notSeconds: (setting: string, value: string) =>
      `${setting} is «${value}», maar moet een aantal seconden zijn van 0 tot en met 300.`,
    notASecretKey: (setting: string) =>
      `${setting} moet 32 willekeurige bytes bevatten, geschreven als 64 hexadecimale tekens of als base64.`,
    notARecipient: (setting: string, value: string) =>
      `${setting} is «${value}», maar moet een publieke sleutel van age zijn; die begint met age1.`,
    tooLong: (setting: string, longest: number) => `${setting} is langer dan ${longest} tekens.`,
    codesBelongTogether: (present: string, missing: string) =>
      `${present} is ingevuld maar ${missing} niet; vul beide codes in, of geen van beide.`,
    senderMissing: (server: string, sender: string) =>
      `${server} is ingevuld maar ${sender} niet; geef met ${sender} het adres waarvan Stella e-mail verstuurt.`,
    samePort: (first: string, second: string, port: number) =>
      `${first} en ${second} zijn allebei ${port}; kies voor een van de twee een andere poort.`,
  },
  failures: {
    portTaken: (port: number, setting: string) =>
      `Poort ${port} is al in gebruik; stop het andere programma, of kies een andere poort met ${setting}.`,
    portForbidden: (port: number, setting: string) =>
      `Poort ${port} mag niet door deze gebruiker worden gebruikt; kies een poort boven 1023 met ${setting}.`,
    hostUnknown: (host: string) =>
      `Deze computer heeft het adres «${host}» niet; kies een ander adres met HOST, bijvoorbeeld 127.0.0.1.`,
    dataFolderNotWritable: (folder: string) =>
      `In de gegevensmap ${folder} kan niet worden geschreven; geef schrijfrechten, of kies een andere map met STELLA_DATA_DIR.`,
    dataFolderInUse: (folder: string, pid: number) =>
      `De gegevensmap ${folder} is al in gebruik door een draaiende Stella (proces ${pid}); stop die eerst, of kies een andere map met STELLA_DATA_DIR.`,
    dataOfNewerVersion: (folder: string) =>
      `De gegevens in ${folder} zijn gemaakt door een nieuwere versie van Stella; werk Stella bij, of kies een andere database of map.`,
    sealingKeyUnknown: (name: string, known: string) =>
      `Er is geen sleutel ${name} in STELLA_SECRET_KEY; er zijn: ${known}. Wat een sleutel verzegelt die er niet is, gaat niet open: zet hem terug.`,
    sealingKeyIsFirst: (name: string) =>
      `De sleutel ${name} is de eerste: hiermee wordt verzegeld. Zet er eerst een nieuwe voor, met een komma ertussen, en start Stella opnieuw.`,
    sealingKeyNotRunning: (first: string) =>
      `De Stella die nu draait kent de sleutel ${first} nog niet; start haar eerst opnieuw met dezelfde STELLA_SECRET_KEY.`,
    sealingKeyStillUsed: (name: string, connections: number) =>
      `De sleutel ${name} verzegelt nog ${connections} ${connections === 1 ? 'koppeling' : 'koppelingen'}: ergens draait nog een Stella die de eerste sleutel niet kent. Start die opnieuw en herhaal deze opdracht.`,
    databaseUnreachable: (place: string) =>
      `De database op ${place} is niet bereikbaar; controleer DATABASE_URL en of PostgreSQL draait.`,
    databaseRefused: (place: string) =>
      `De database op ${place} weigert de toegang; controleer de naam, het wachtwoord en de database in DATABASE_URL.`,
    databaseLoginsNotMade: (place: string, owner: string) =>
      `De gebruiker «${owner}» van de database op ${place} mag geen logins maken; laat een beheerder «alter role "${owner}" createrole» uitvoeren en start Stella opnieuw.`,
    databaseRolesElsewhere: (place: string, owner: string) =>
      `De rollen van Stella op ${place} zijn daar door een andere gebruiker gemaakt; laat een beheerder «grant stella_app, stella_worker, stella_support, stella_accounts, stella_mail to "${owner}" with admin option» uitvoeren en start Stella opnieuw.`,
    databaseRightsMissing: (place: string, role: string) =>
      `In de database op ${place} ontbreken rechten van de rol «${role}»: zij is teruggezet zonder de rollen van Stella. Maak die eerst, zoals in de README staat onder «Restore», en zet haar opnieuw terug.`,
    databaseLoginsRefused: (place: string, login: string) =>
      `De database op ${place} laat de login «${login}» van Stella niet binnen; sta de logins die met «stella_» beginnen toe in pg_hba.conf (scram-sha-256), en in de pooler als die ertussen staat.`,
    databaseRights: (place: string) =>
      `De gebruiker van de database op ${place} mag er geen tabellen of rollen maken; geef die rechten, of gebruik een andere gebruiker in DATABASE_URL.`,
    migrationChanged: (migration: string, place: string) =>
      `De migratie ${migration} is veranderd nadat zij op ${place} was uitgevoerd. Zet haar terug zoals zij was. Schrijft u haar nog: stop Stella, verwijder die gegevens en begin opnieuw.`,
    databaseTooOld: (place: string, version: string) =>
      `De database op ${place} is PostgreSQL ${version}; Stella heeft PostgreSQL 15 of nieuwer nodig.`,
    sharedSettingMissing: (setting: string) =>
      `${setting} is niet ingevuld; «web» en «worker» werken alleen samen met dezelfde DATABASE_URL, STELLA_SECRET_KEY en EBOEKHOUDEN_SOAP_URL.`,
    diskFull: (place: string) => `De schijf van ${place} is vol; maak ruimte en start Stella opnieuw.`,
    noUnprivilegedUser:
      'De database kan niet als root draaien en er is geen gebruiker stella, postgres of nobody; start Stella als een gewone gebruiker.',
    platformUnsupported: (platform: string) =>
      `Voor ${platform} is geen database meegeleverd; geef met DATABASE_URL een eigen PostgreSQL op.`,
    embeddedServerFailed: (logFile: string) =>
      `De meegeleverde database start niet; de reden staat in ${logFile}.`,
    embeddedServerEndsAgain: (logFile: string) =>
      `De meegeleverde database valt telkens uit, misschien omdat het geheugen of de schijf vol is; de reden staat in ${logFile}. Stella stopt; start haar opnieuw als dat verholpen is.`,
    sandboxFailed: (logFile: string) => `De oefenboekhouding start niet; de reden staat in ${logFile}.`,
    webNotBuilt: 'De schermen zijn nog niet gebouwd; start Stella met npm start.',
    sealingKeyUnusable: (file: string) =>
      `De sleutel in ${file} is niet bruikbaar; zet de oorspronkelijke sleutel terug, of geef hem met STELLA_SECRET_KEY.`,
    backupMissing: (file: string) => `Er is geen back-up ${file}.`,
    backupDamaged: (file: string, reason: string) =>
      `De back-up is niet heel en wordt niet teruggezet in ${file} (${reason}); neem een andere.`,
    backupKeyWrong: (file: string) =>
      `Deze sleutel opent de back-up ${file} niet; geef met --key het bestand met de sleutel waarvoor zij is gemaakt.`,
    backupKeyMissing: (file: string) =>
      `Er is geen sleutel in ${file}; geef met --key het bestand waarin u hem bewaart. Zonder die sleutel gaat geen back-up open.`,
    backupKeyUnusable: (file: string) =>
      `In ${file} staat geen geheime sleutel van age; die begint met AGE-SECRET-KEY-.`,
    backupOfNewerVersion: (found: string) =>
      `De back-up is gemaakt door een nieuwere versie van Stella (${found}); werk Stella bij en zet haar dan terug.`,
    backupRights: (place: string) =>
      `De gebruiker van de database op ${place} ziet niet alle rijen, dus een back-up zou er een deel van missen; geef met BACKUP_DATABASE_URL een gebruiker die alles mag lezen (docs/runbooks/restore.md).`,
    restoreNotEmpty: (place: string) =>
      `In ${place} staan al gegevens. Een back-up wordt alleen teruggezet in een lege installatie; kies een lege map met STELLA_DATA_DIR, of een lege database met DATABASE_URL.`,
    restoreUnfinished: (place: string) =>
      `Het terugzetten in ${place} is afgebroken, dus er ontbreekt van alles; voer «npm run stella -- restore» opnieuw uit.`,
    organizationUnknown: (asked: string) => `Er is geen administratie «${asked}».`,
    organizationAmbiguous: (asked: string) =>
      `Er zijn meer administraties met de naam «${asked}»; gebruik het kenmerk in plaats van de naam.`,
    lastOwner: (organization: string) =>
      `${organization} moet ten minste één eigenaar houden. Geef eerst een ander de rol owner.`,
    accountUnknown: (email: string) => `Er is geen account met het adres ${email}.`,
    accountRefused: (reason: string) => `Het account is niet gemaakt: ${reason}`,
    programNotReachable: 'Er is nog geen database; start Stella eerst een keer met npm start.',
    demoNeedsSandbox:
      'Voorbeeldbedrijven worden alleen gemaakt waar Stella met de oefenboekhouding werkt, dus zonder EBOEKHOUDEN_SOAP_URL.',
    unexpected: (logFile: string) => `Stella is onverwacht gestopt; de reden staat in ${logFile}.`,
    notACount: (option: string, value: string) =>
      `${option} is «${value}», maar moet een aantal zijn van ten minste 3.`,
    unexpectedCommand: (reason: string) => `Dit is niet gelukt: ${reason}`,
  },
  commands: {
    program: 'Stella: facturen die zichzelf boeken, precies één keer, in e-Boekhouden.nl.',
    start: 'Start Stella: schermen, API en verwerking.',
    web: 'Start alleen de schermen en de API; een of meer «worker» doen het werk.',
    worker: 'Start alleen de verwerking; een of meer «web» bedienen de mensen.',
    help: 'Toon deze uitleg.',
    migrate: 'Werk de database bij naar deze versie van Stella.',
    migrated: (place: string) => `De database op ${place} is bijgewerkt.`,
    ...organizationCommands,
    apiKey: 'API-sleutels van een administratie.',
    apiKeyCreate: 'Maak een API-sleutel; hij wordt één keer getoond.',
    apiKeyOrganization: 'naam of kenmerk van de administratie',
    apiKeyName: 'waarvoor de sleutel is',
    apiKeyMade: (organization: string) =>
      `API-sleutel voor ${organization}; bewaar hem, hij is hierna niet meer op te vragen:`,
    account: 'Accounts.',
    accountCreate: 'Maak een account, zo nodig met de supportrol.',
    accountEmail: 'e-mailadres waarmee wordt ingelogd',
    accountName: 'naam van de gebruiker',
    accountPassword: 'wachtwoord; zonder deze optie wordt er een getrokken en één keer getoond',
    accountOrganization: 'naam van de administratie van het account',
    accountSupport: 'geef de supportrol: ziet mislukte boekingen van alle administraties',
    accountMade: (email: string) => `Account ${email} is gemaakt.`,
    accountList: 'Toon alle accounts, met waar zij werken.',
    accountSessions: (count: number) => (count === 1 ? '1 aanmelding' : `${count} aanmeldingen`),
    accountIsBlocked: 'geblokkeerd',
    accountIsSupport: 'support',
    accountBlock: 'Sluit een account af; het is meteen overal uitgelogd.',
    accountBlocked: (email: string) => `Account ${email} is geblokkeerd en overal uitgelogd.`,
    accountUnblock: 'Laat een geblokkeerd account weer toe.',
    accountUnblocked: (email: string) => `Account ${email} mag weer inloggen.`,
    accountEndSessions: 'Log een account overal uit.',
    accountSessionsEnded: (email: string, count: number) =>
      `Account ${email} is overal uitgelogd (${count === 1 ? '1 aanmelding' : `${count} aanmeldingen`}).`,
    accountConfirm: 'Zeg dat het e-mailadres van een account klopt; dan mag het facturen mailen.',
    accountConfirmed: (email: string) => `Het adres ${email} is bevestigd.`,
    accountHasSecondFactor: 'tweede stap',
    accountResetSecondFactor: 'Haal de tweede stap van een account weg; het is daarna overal uitgelogd.',
    accountSecondFactorReset: (email: string) =>
      `Account ${email} logt weer in met alleen het wachtwoord, en is overal uitgelogd.`,
    accountRole: 'Geef een account een rol in een administratie, ook als het er nog niet werkte.',
    accountRoleName: 'owner, member, bookkeeper of viewer',
    accountRoleGiven: (email: string, organization: string, role: string) =>
      `Account ${email} is nu ${role.toLowerCase()} van ${organization}.`,
    accountRemoveDemo: 'Sluit de accounts van de demo af.',
    accountDemoRemoved: (count: number) =>
      count === 1 ? '1 account van de demo is afgesloten.' : `${count} accounts van de demo zijn afgesloten.`,
    accountResetPassword: 'Geef een account een nieuw wachtwoord; het is daarna overal uitgelogd.',
    accountPasswordReplaced: (email: string) =>
      `Account ${email} heeft een nieuw wachtwoord en is overal uitgelogd.`,
    accountPasswordDrawn: (password: string) => `Wachtwoord: ${password}`,
    audit:
      'Toon wat er met deze installatie is gedaan, door opdrachten en door de support, als JSON per regel.',
    installation: 'Deze installatie',
    verifyAudit: 'Controleer of wat er over wijzigingen is vastgelegd nog is zoals het werd geschreven.',
    verifiedAudit: (organization: string, count: number, wrong: number) =>
      wrong === 0
        ? `${organization}: ${count}, alles klopt`
        : `${organization}: ${count}, ${wrong} kloppen niet`,
    auditFindings: {
      changed: 'is veranderd',
      chain_broken: 'hangt niet meer aan de vorige vast',
      missing: 'is weg',
    },
    verifyInvoices: 'Controleer of elke definitieve factuur nog is zoals zij werd.',
    verified: (organization: string, count: number, found: number) =>
      found === 0
        ? `${organization}: ${count} definitieve facturen gecontroleerd, alles klopt.`
        : `${organization}: ${count} definitieve facturen gecontroleerd, ${found} keer klopt er iets niet:`,
    findings: {
      changed: 'de inhoud is veranderd nadat de factuur definitief werd.',
      chain_broken: 'het zegel sluit niet aan op dat van het nummer ervoor.',
      unsealed: 'de factuur heeft geen zegel.',
      missing: 'de factuur met dit nummer is er niet meer.',
    },
    demo: 'Voorbeeldbedrijven om mee te spelen.',
  },
  backups: {
    backup: 'Maak een back-up, en probeer of zij terug te zetten is.',
    taken: (file: string, rows: number, bytes: number) =>
      `Back-up ${file}: ${rows} rijen, ${bytes} bytes, versleuteld.`,
    tried: (organizations: number, invoices: number) =>
      `Op proef teruggezet: alles is er, ${organizations} ${organizations === 1 ? 'administratie' : 'administraties'}, ${invoices} definitieve facturen gecontroleerd.`,
    notRight: (reason: string) => `Op proef teruggezet, en er klopt iets niet: ${reason}`,
    keepKey: (file: string) =>
      `De sleutel staat in ${file} en niet in de back-up. Bewaar een kopie ergens anders: zonder die sleutel gaat geen back-up open. Niet in de back-up: sealing.key, session.secret en database.secret (of STELLA_SECRET_KEY); bewaar ook die apart.`,
    keysApart:
      'De back-up gaat alleen open met de geheime sleutel bij BACKUP_RECIPIENT. Niet in de back-up: sealing.key, session.secret en database.secret (of STELLA_SECRET_KEY); bewaar ook die apart.',
    restore: 'Zet een back-up terug in een lege installatie.',
    file: 'bestand van de back-up',
    key: 'bestand met de geheime sleutel; zonder deze optie die in de gegevensmap',
    ...restoreWords,
    moved: 'alleen als Stella sinds deze back-up niet heeft gedraaid, bij een verhuizing',
    restored: (takenAt: string, rows: number) =>
      `Teruggezet: ${rows} rijen, zoals alles was op ${takenAt}. Iedereen moet opnieuw inloggen.`,
    restoredNext:
      'De koppelingen staan stil en er worden geen factuurnummers gegeven. Zorg dat de oude Stella nergens meer draait, start deze, en voer «npm run stella -- compare-books» uit: die leest in elke boekhouding wat er na de back-up is geboekt.',
    movedNext: 'Alles gaat verder waar het was; start Stella.',
    compareBooks: 'Leg na het terugzetten elke boekhouding naast Stella, en laat de koppelingen verdergaan.',
    reason: 'Na het terugzetten van een back-up: deze nummers staan al in de boekhouding.',
    compared: (organization: string, recovered: string, gone: string) =>
      `${organization}: vergeleken.${recovered === '' ? '' : ` Weer definitief: ${recovered}.`}${gone === '' ? '' : ` Staat in de boekhouding en niet meer in Stella: ${gone}.`}`,
    notConnected: (organization: string) =>
      `${organization}: geen koppeling, dus er valt niets te vergelijken. Welke nummers na de back-up zijn gegeven, weet alleen de eigenaar.`,
    notRead: (organization: string, what: string) =>
      `${organization}: de boekhouding kon niet worden gelezen. ${what}`.trim(),
  },
  sealingKeys: {
    all: 'De sleutels waarmee de codes van e-Boekhouden.nl en de wachtwoorden van mailservers verzegeld zijn.',
    list: 'Toon welke er zijn, en hoeveel koppelingen elk verzegelt.',
    retire: 'Verzegel opnieuw wat met een oude sleutel verzegeld is, terwijl het boeken doorgaat.',
    name: 'naam van de sleutel, zoals «sealing-key list» hem toont',
    seals: (connections: number, mailServers: number, books: number) =>
      `${connections} ${connections === 1 ? 'koppeling' : 'koppelingen'}, ${mailServers} ${mailServers === 1 ? 'mailserver' : 'mailservers'}, herkent ${books} ${books === 1 ? 'boekhouding' : 'boekhoudingen'}`,
    isFirst: '  (de eerste: hiermee wordt verzegeld)',
    isMissing: '  (ontbreekt in STELLA_SECRET_KEY: wat hij verzegelt gaat niet open)',
    retired: (name: string) =>
      `De sleutel ${name} verzegelt niets meer. Haal hem uit STELLA_SECRET_KEY (of uit het bestand sealing.key), start Stella opnieuw en bewaar hem zolang er back-ups zijn van voor vandaag.`,
    recognised: (books: number) =>
      `${books} ${books === 1 ? 'boekhouding waarvan' : 'boekhoudingen waarvan'} de codes er niet meer zijn, ${books === 1 ? 'wordt' : 'worden'} alleen met deze sleutel herkend; zonder hem vraagt Stella ernaar als iemand ze weer koppelt.`,
  },
  demo: {
    list: 'Toon welke er zijn.',
    another: 'maak er nog een, als het er al is',
    organizations: 'zoveel bedrijven, om mee te meten',
    invoices: 'samen met ongeveer zoveel definitieve facturen',
    scenarios: {
      plumber: 'een loodgieter met een jaar gewoon werk, alles geboekt en gecontroleerd, het meeste betaald',
      'bad-day': 'een bedrijf waar van alles misgaat: elke oorzaak die Stella kent',
      'paused-link': 'een hovenier met een gewijzigd wachtwoord: de koppeling staat stil en alles wacht',
      'late-payers': 'een schilder wiens klanten laat, half, dubbel, onder een ander nummer of niet betalen',
      'moved-in': 'een tegelzetter die deze week overstapte: klanten, producten en nummering kwamen mee',
      big: 'een webwinkel met 100.000 facturen',
    },
    made: (organization: string) => `${organization} is gemaakt.`,
    there: (organization: string) => `${organization} is er al.`,
    address: 'Stella',
    login: 'Inloggen',
    books: 'Boekhouding',
    startFirst: 'Stella draait nu niet; start haar met npm start.',
  },
}
