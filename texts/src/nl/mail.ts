/**
 * What Stella writes to people by mail. The explanation of a cause itself comes from causes.ts. What stands between
 * quotation marks is the label of a button or a screen.
 */
export const mail = {
  invitation: {
    subject: (organization: string) => `Uitnodiging: werk mee in de administratie van ${organization}`,
    title: (organization: string) => `Werk mee bij ${organization}`,
    until: (moment: string) => `Kan tot ${moment}`,
    greeting: 'Dag,',
    text: (inviter: string, organization: string, role: string) =>
      `${inviter} nodigt u uit om in Stella mee te werken in de administratie van ${organization}, als ${role}.`,
    how: 'Klik op de knop. Heeft u nog geen account, dan kiest u meteen een wachtwoord. De link werkt zeven dagen, één keer.',
    button: 'Uitnodiging bekijken',
    notes: ['Verwachtte u dit niet? Dan hoeft u niets te doen. Geef de link aan niemand door.'],
  },
  newDevice: {
    subject: 'U bent op een nieuw apparaat ingelogd bij Stella',
    title: 'Ingelogd op een nieuw apparaat',
    since: (moment: string) => `Ingelogd op ${moment}`,
    device: (browser: string | null, system: string | null) =>
      [browser ?? 'een onbekende browser', system].filter(Boolean).join(' op '),
    text: (device: string) =>
      `Er is met uw wachtwoord ingelogd bij Stella, met ${device}. Was u dit zelf, dan hoeft u niets te doen.`,
    notYou:
      'Was u dit niet? Meld dat apparaat dan meteen af met de knop hieronder, en kies een nieuw wachtwoord.',
    button: 'Bekijk waar u bent ingelogd',
    notes: ['U krijgt dit bericht omdat het over uw eigen account gaat.'],
  },
  secondFactor: {
    since: (moment: string) => `Gewijzigd op ${moment}`,
    notYou: 'Was u dit niet? Kies dan meteen een nieuw wachtwoord, en meld u overal af bij «Mijn account».',
    button: 'Naar Mijn account',
    notes: ['U krijgt dit bericht omdat het over uw eigen account gaat.'],
    on: {
      subject: 'Inloggen bij Stella vraagt nu een tweede stap',
      title: 'De tweede stap staat aan',
      text: 'Wie met uw account inlogt bij Stella, heeft nu ook een code uit uw app nodig. Op andere apparaten bent u uitgelogd. Was u dit zelf, bewaar dan uw herstelcodes op een plek waar u ze zonder uw telefoon terugvindt.',
    },
    off: {
      subject: 'Inloggen bij Stella vraagt geen tweede stap meer',
      title: 'De tweede stap staat uit',
      text: 'Inloggen met uw account bij Stella kan weer met alleen uw wachtwoord. Was u dit zelf, dan hoeft u niets te doen.',
    },
    recoveryCodes: {
      subject: 'Er zijn nieuwe herstelcodes voor uw account bij Stella',
      title: 'Uw herstelcodes zijn vervangen',
      text: 'Er zijn nieuwe herstelcodes gemaakt. De oude werken niet meer. Was u dit zelf, dan hoeft u niets te doen.',
    },
  },
  accountDeleted: {
    subject: 'Uw account bij Stella is verwijderd',
    title: 'Uw account is verwijderd',
    since: (moment: string) => `Verwijderd op ${moment}`,
    paragraphs: [
      'Uw account bij Stella is verwijderd. Inloggen kan niet meer, en uw sleutels werken niet meer. Was u dit zelf, dan hoeft u niets te doen.',
      'Was u dit niet? Laat het de andere eigenaren van uw administratie meteen weten, en wie deze Stella beheert.',
    ],
    button: 'Naar Stella',
    notes: ['U krijgt dit bericht omdat het over uw eigen account gaat. Het is het laatste.'],
  },
  emailConfirmation: {
    subject: 'Bevestig uw e-mailadres voor Stella',
    title: 'Bevestig uw e-mailadres',
    since: (moment: string) => `Aangevraagd op ${moment}`,
    paragraphs: [
      'U maakte een account bij Stella met dit e-mailadres. Klik op de knop om het te bevestigen; daarna kunt u facturen mailen. De link werkt een dag.',
    ],
    button: 'E-mailadres bevestigen',
    notes: ['Heeft u geen account gemaakt? Dan hoeft u niets te doen.'],
  },
  emailChange: {
    subject: 'Bevestig uw nieuwe e-mailadres voor Stella',
    title: 'Bevestig uw nieuwe e-mailadres',
    since: (moment: string) => `Aangevraagd op ${moment}`,
    paragraphs: [
      'U wilt voortaan met dit adres inloggen bij Stella. Klik op de knop om het te bevestigen. Tot dan verandert er niets. De link werkt één keer, en niet langer dan een uur.',
    ],
    button: 'Nieuw adres bevestigen',
    notes: ['Vroeg u dit niet? Dan hoeft u niets te doen.'],
  },
  emailChanged: {
    subject: 'Uw e-mailadres voor Stella is gewijzigd',
    title: 'Uw e-mailadres is gewijzigd',
    since: (moment: string) => `Gewijzigd op ${moment}`,
    text: (address: string) =>
      `U logt bij Stella voortaan in met ${address}. Dit adres werkt niet meer. Was u dit zelf, dan hoeft u niets te doen.`,
    notYou: 'Was u dit niet? Vraag dan meteen hulp aan wie deze Stella beheert.',
    button: 'Naar Stella',
    notes: ['U krijgt dit bericht omdat het over uw eigen account gaat.'],
  },
  passwordReset: {
    subject: 'Kies een nieuw wachtwoord voor Stella',
    title: 'Kies een nieuw wachtwoord',
    since: (moment: string) => `Aangevraagd op ${moment}`,
    paragraphs: [
      'Iemand vroeg om een nieuw wachtwoord voor uw account bij Stella. Was u dat, klik dan op de knop. De link werkt één keer, en niet langer dan een uur.',
    ],
    button: 'Nieuw wachtwoord kiezen',
    notes: [
      'Was u dit niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is. Geef de link aan niemand, ook niet aan ons.',
    ],
  },
  passwordChanged: {
    subject: 'Uw wachtwoord voor Stella is gewijzigd',
    title: 'Uw wachtwoord is gewijzigd',
    since: (moment: string) => `Gewijzigd op ${moment}`,
    paragraphs: [
      'Het wachtwoord van uw account bij Stella is gewijzigd. Op andere apparaten bent u uitgelogd. Was u dit zelf, dan hoeft u niets te doen.',
      'Was u dit niet? Kies dan meteen een nieuw wachtwoord met de knop hieronder, en kijk wie er bij uw e-mail kan.',
    ],
    button: 'Dit was ik niet',
    notes: ['U krijgt dit bericht omdat het over uw eigen account gaat.'],
  },
  audit: {
    /** `what` as «Wijzigingen» calls it. */
    subject: (organization: string, what: string) => `${organization}: ${what.toLowerCase()}`,
    subjectOfMany: (organization: string, count: number) =>
      `${organization}: ${count} belangrijke wijzigingen`,
    title: 'Er is iets belangrijks gewijzigd',
    since: (organization: string, when: string) => `${organization}, ${when}`,
    intro: 'Stella mailt alle eigenaren als codes, de bankrekening, sleutels of eigenaren veranderen.',
    itemsTitle: 'Wat er is gewijzigd',
    item: ({
      what,
      subject,
      who,
      when,
      facts,
    }: {
      what: string
      subject: string | null
      who: string
      when: string
      facts: string
    }) =>
      `${what}${subject === null ? '' : ` (${subject})`}, door ${who}, ${when}.${facts === '' ? '' : ` ${facts}.`}`,
    more: (count: number) => (count === 1 ? 'En nog 1 wijziging.' : `En nog ${count} wijzigingen.`),
    notYou:
      'Klopt dit niet? Beëindig dan meteen de toegang van wie dit deed bij «Gebruikers», kies een nieuw wachtwoord, en zet terug wat gewijzigd is.',
    button: 'Naar Wijzigingen',
    why: (organization: string) =>
      `U krijgt dit bericht omdat u ${organization} beheert in Stella, of tot deze wijziging beheerde. Het is niet uit te zetten.`,
  },
  case: {
    titles: {
      answered: (number: number) => `de support antwoordde op zaak ${number}`,
      proposed: (number: number) => `de support stelt iets voor in zaak ${number}`,
      closed: (number: number) => `zaak ${number} is gesloten`,
    },
    previews: {
      answered: 'U vroeg de support van Stella om hulp. Dit is het antwoord.',
      proposed:
        'U vroeg de support van Stella om hulp. De support stelt een wijziging voor; er verandert niets voordat u akkoord geeft.',
      closed: 'De support heeft uw vraag afgesloten en kan niet meer meekijken.',
    },
    button: 'Naar uw vraag',
    looked: (names: string) => `Wie er meekeek: ${names}. Op de pagina van uw vraag staat wanneer.`,
    why: (organization: string) => `U krijgt dit bericht omdat u voor ${organization} hulp vroeg in Stella.`,
  },
  digest: {
    subjectInvoices: (organization: string, count: number) =>
      count === 1
        ? `${organization}: 1 factuur staat niet in uw boeken`
        : `${organization}: ${count} facturen staan niet in uw boeken`,
    subject: (organization: string) => `${organization}: er wacht iets op u in Stella`,
    title: 'Dit wacht op u',
    /** `day` in words. */
    since: (organization: string, day: string) => `${organization}, ${day}`,
    intro: 'Stella kan hier zonder u niet verder. De rest gaat gewoon door.',
    itemsTitle: 'Wat er is',
    invoices: (count: number, number: string, why: string) =>
      count === 1 ? `Factuur ${number}: ${why}` : `${number} en ${count - 1} meer: ${why}`,
    relations: (count: number, why: string) => (count === 1 ? `1 klant: ${why}` : `${count} klanten: ${why}`),
    late: (count: number, number: string) =>
      count === 1
        ? `Factuur ${number} wacht al langer dan een dag. Open de factuur om te zien waarop.`
        : `${number} en ${count - 1} meer wachten al langer dan een dag. Open een factuur om te zien waarop.`,
    messages: (count: number) =>
      count === 1
        ? 'De e-mail van 1 factuur is niet aangekomen.'
        : `De e-mails van ${count} facturen zijn niet aangekomen.`,
    more: (count: number) => (count === 1 ? 'En nog 1 oorzaak.' : `En nog ${count} oorzaken.`),
    button: 'Naar Overzicht',
    why: (organization: string) =>
      `U krijgt dit bericht omdat u ${organization} beheert in Stella: op de ochtend nadat er iets bij kwam, en daarna eens per week zolang het wacht. Uitzetten kan in Stella bij «Mijn account».`,
  },
  pause: {
    greeting: (name: string) => `Dag ${name},`,
    /** `when` is a day and an hour in words. */
    since: (organization: string, when: string) => `${organization}, sinds ${when}`,
    calm: 'Er gaat niets verloren. Facturen die u intussen definitief maakt, wachten in Stella. Zodra de koppeling weer werkt, gaan ze vanzelf naar uw boekhouding, elk precies één keer.',
    stepsTitle: 'Dit kunt u doen',
    address: 'Werkt de knop niet? Kopieer dan dit adres naar uw browser:',
    why: (organization: string) =>
      `U krijgt dit bericht omdat u ${organization} beheert in Stella. Over dezelfde oorzaak schrijft Stella u hooguit één keer per dag.`,
    neverAsked: 'Vul uw codes alleen in Stella zelf in. Stuur ze nooit per e-mail, ook niet aan ons.',

    /** By what mends it, as `mend` in bookkeeping/src/causes/causes.ts; `accounts` where a bookkeeper mends the connection. */
    codes: {
      subject: (organization: string) =>
        `${organization}: de koppeling met e-Boekhouden.nl wacht op nieuwe codes`,
      title: 'De koppeling wacht op nieuwe codes',
      steps: [
        'Log in bij e-Boekhouden.nl en ga naar Beheer › Inrichting › Instellingen › Koppelingen › API/SOAP. Klik op «Verder». In dat scherm staan drie gegevens.',
        'Open in Stella het scherm «Activeer koppeling». De link staat hieronder.',
        'Kopieer de drie gegevens een voor een naar Stella en klik op «Activeer koppeling». Daarna gaat alles vanzelf verder.',
      ],
      button: 'Nieuwe codes invoeren',
    },
    connection: {
      subject: (organization: string) =>
        `${organization}: de koppeling met e-Boekhouden.nl heeft rechten nodig`,
      title: 'De koppeling heeft rechten nodig',
      steps: [
        'Log in bij e-Boekhouden.nl als beheerder en ga naar Beheer › Uw account › Gebruikers.',
        'Geef de gebruiker van de koppeling de rechten die ontbreken.',
        'Klik in Stella op «Verbinding testen»; de link staat hieronder. Doet u dat niet, dan kijkt Stella zelf elk uur of het weer kan.',
      ],
      button: 'Naar de koppeling',
    },
    accounts: {
      subject: (organization: string) => `${organization}: een rekening in e-Boekhouden.nl klopt niet`,
      title: 'Een grootboekrekening klopt niet',
      steps: [
        'Open in e-Boekhouden.nl de grootboekrekeningen, of vraag het uw boekhouder.',
        'Zorg dat 1300 een debiteurenrekening is, en 8000 een rekening voor winst en verlies.',
        'Klik in Stella op «Verbinding testen»; de link staat hieronder. Doet u dat niet, dan kijkt Stella zelf elk uur of het weer kan.',
      ],
      button: 'Naar de koppeling',
    },
    nothing: {
      subject: (organization: string) =>
        `${organization}: de koppeling met e-Boekhouden.nl wacht tot volgende maand`,
      title: 'De koppeling wacht tot volgende maand',
      /** `day` in words. */
      waits: (day: string) => `U hoeft niets te doen. Op ${day} gaat alles vanzelf verder.`,
      button: 'Naar de koppeling',
    },
  },
}
