/**
 * What a role may do, by the names of invoicing/src/members/permissions.ts: as the list of rights says it, and as it is
 * said to whoever may not.
 */
export const permissions = {
  read: {
    label: 'Facturen, klanten en producten bekijken',
    refusal: 'U heeft geen toegang tot deze administratie. Vraag het een eigenaar.',
  },
  invoices: {
    label: 'Facturen maken, mailen en crediteren',
    refusal: 'Facturen maken, mailen en crediteren mag een eigenaar of medewerker.',
  },
  registers: {
    label: 'Klanten en producten wijzigen',
    refusal: 'Klanten en producten wijzigen mag een eigenaar, medewerker of boekhouder.',
  },
  bookings: {
    label: 'Rekeningen kiezen, mislukte boekingen oplossen en de koppeling testen',
    refusal:
      'Rekeningen kiezen, mislukte boekingen oplossen en de koppeling testen mag een eigenaar of boekhouder.',
  },
  help: {
    label: 'Hulp vragen aan de support',
    refusal: 'Hulp vragen aan de support mag een eigenaar, medewerker of boekhouder.',
  },
  exports: {
    label: 'Lijsten exporteren',
    refusal: 'Lijsten exporteren mag een eigenaar of boekhouder.',
  },
  settings: {
    label: 'Bedrijfsgegevens, nummering en mail instellen',
    refusal: 'Bedrijfsgegevens, nummering en mail instellen mag alleen een eigenaar.',
  },
  connection: {
    label: 'Koppelen en codes invoeren',
    refusal: 'Koppelen en codes invoeren mag alleen een eigenaar.',
  },
  members: {
    label: 'Gebruikers uitnodigen en rollen geven',
    refusal: 'Gebruikers uitnodigen en rollen geven mag alleen een eigenaar.',
  },
  keys: {
    label: 'Sleutels voor andere programma’s maken',
    refusal: 'Sleutels voor andere programma’s maken mag alleen een eigenaar.',
  },
  audit: {
    label: 'Zien wie wat wijzigde',
    refusal: 'Zien wie wat wijzigde mag alleen een eigenaar.',
  },
}
