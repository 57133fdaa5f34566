/** What is wrong with a field of a request, by its code. */
export const fields = {
  // The shape of the request
  invalid: () => 'Dit heeft niet de gevraagde vorm.',
  unknown_field: () => 'Dit veld bestaat niet.',
  // What a person entered: the codes of the domain
  required: () => 'Vul dit veld in.',
  too_long: (limit: number) => `Gebruik hooguit ${limit} tekens.`,
  character_not_allowed: () => 'Hier staat een onzichtbaar teken in dat niet kan. Typ de tekst opnieuw.',
  character_not_printable: (_limit: number, characters: string) =>
    `Dit kan niet op de factuur worden gezet: ${characters} Haal het weg of schrijf het anders.`,
  colour_invalid: () => 'Kies een kleur, of vul een code in zoals #a8481c.',
  attachment_empty: () => 'Dit bestand is leeg. Kies een ander.',
  attachment_format: () =>
    'Dit is geen PDF, JPEG of PNG, wat het ook heet. Sla een document op als PDF en een foto als JPEG.',
  attachment_too_large: () =>
    'Dit bestand is te groot. Hooguit 10 MB, en een foto van hooguit 50 miljoen beeldpunten.',
  attachment_unreadable: () => 'Dit bestand is niet heel; het kan niet worden gelezen. Maak het opnieuw.',
  logo_format: () => 'Kies een plaatje als PNG of JPEG. Is het logo een SVG of PDF, sla het dan op als PNG.',
  logo_too_large: () => 'Dit plaatje is te groot. Hooguit 700 kB en 10 miljoen beeldpunten.',
  logo_unreadable: () => 'Dit plaatje kan niet worden gelezen. Sla het opnieuw op als PNG, en kies dat.',
  choice_unknown: () => 'Kies een van de mogelijkheden.',
  country_unknown: () => 'Gebruik de code van een land in twee letters, zoals NL.',
  postal_code_invalid: () => 'Een postcode is vier cijfers en twee letters, zoals 1234 AB.',
  email_invalid: () => 'Dit is geen e-mailadres.',
  host_invalid: () => 'Vul alleen de naam van de server in, zoals smtp.uwprovider.nl.',
  port_invalid: () => 'Een poort is een getal van 1 tot en met 65535. Meestal is het 465 of 587.',
  mail_server_not_found: () => 'Deze server bestaat niet. Kijk de naam na bij uw provider.',
  mail_server_private: () => 'Deze server staat in een besloten netwerk; daar mag Stella niet bij.',
  mail_server_unreachable: () =>
    'Op dit adres en deze poort antwoordt geen mailserver. Kijk server, poort en beveiliging na.',
  mail_server_insecure: () =>
    'Deze server biedt de gekozen beveiliging niet, of zijn certificaat klopt niet. Er is geen wachtwoord gestuurd.',
  mail_server_sign_in_refused: () =>
    'De server weigert deze gebruikersnaam of dit wachtwoord. Soms is een app-wachtwoord nodig.',
  mail_server_sender_refused: () =>
    'De server neemt geen mail van dit adres aan. Vul het adres in van de mailbox waarmee u inlogt.',
  kvk_number_invalid: () =>
    'Een KvK-nummer bestaat uit precies 8 cijfers. Kijk het na; is er geen, laat het dan leeg.',
  registration_number_invalid: () =>
    'Vul het nummer uit het handelsregister van dat land in, zoals HRB 86786. Heeft de klant er geen, laat het dan leeg.',
  oin_invalid: () => 'Een OIN is precies 20 cijfers, en alleen Nederlandse overheden hebben er een.',
  peppol_id_invalid: () =>
    'Dit is geen Peppol-adres. Het is een code van vier cijfers, een dubbele punt en een nummer, zoals 0106:12345678 (0106 is KvK, 0190 is OIN, 9944 is btw-nummer).',
  too_many_contacts: (limit: number) => `Een klant heeft hooguit ${limit} contactpersonen.`,
  contact_email_missing: () => 'Wie facturen krijgt, heeft een e-mailadres nodig.',
  vat_treatment_not_of_customer: () =>
    'Deze btw is voor bedrijven in een ander EU-land. Vul eerst land of btw-nummer in, of kies andere btw.',
  vat_number_invalid: () => 'Dit btw-nummer klopt niet. Kijk het nog eens na.',
  iban_invalid: () => 'Dit rekeningnummer klopt niet. Kijk het nog eens na.',
  date_invalid: () => 'Deze dag bestaat niet.',
  date_out_of_range: () => 'Kies een datum van 1980 tot en met 2049.',
  period_reversed: () => 'De laatste dag ligt voor de eerste.',
  payment_term_invalid: (limit: number) => `Vul een heel aantal dagen in, van 0 tot en met ${limit}.`,
  quantity_invalid: () => 'Vul een getal in met hooguit vier cijfers achter de komma.',
  quantity_too_large: (limit: number) => `Vul hooguit ${limit} in.`,
  unit_price_invalid: () => 'Vul een bedrag in met hooguit vier cijfers achter de komma.',
  amount_too_large: () => 'Dit bedrag is te groot; € 9.999.999,99 is het hoogste.',
  percentage_invalid: () => 'Vul een percentage in boven 0, met hooguit vier cijfers achter de komma.',
  discount_too_large: (limit: number) => `Een korting is hooguit ${limit}%.`,
  charge_too_large: (limit: number) => `Een toeslag is hooguit ${limit}%.`,
  allowance_amount_invalid: () => 'Vul een bedrag in boven € 0, met hooguit twee cijfers achter de komma.',
  allowance_twofold: () => 'Vul een percentage of een bedrag in, niet allebei.',
  discount_beyond_amount: () => 'De korting is meer dan het bedrag waar hij van af gaat.',
  nothing_to_spread_over: () => 'Er zijn geen regels met een bedrag om dit over te verdelen.',
  too_many_allowances: (limit: number) => `Hier passen hooguit ${limit} kortingen en toeslagen.`,
  too_many_lines: (limit: number) => `Een factuur heeft hooguit ${limit.toLocaleString('nl-NL')} regels.`,
  vat_treatment_unknown: () => 'Kies een van de btw-tarieven.',
  vat_rate_invalid: () => 'Vul een percentage in boven 0 en onder 50, zoals 5,5.',
  vat_rate_unknown: () => 'Van deze dag kent Stella geen tarief. Kijk de datum na.',
  vat_rate_not_of_treatment: () => 'Dit percentage geldt niet op deze dag. Kies de btw opnieuw.',
  customer_vat_number_missing: () =>
    'Vul eerst het btw-nummer van de klant in; bij deze btw moet het op de factuur staan.',
  customer_is_person: () =>
    'Deze btw is alleen voor bedrijven, en deze klant is een particulier. Kies andere btw, of maak van de klant een bedrijf.',
  customer_vat_number_not_eu: () =>
    'Bij deze btw hoort een btw-nummer uit een ander EU-land. Vul dat van de klant in, of kies andere btw.',
  own_address_missing: () => 'Vul eerst het adres van uw bedrijf in; het moet op de factuur staan.',
  own_kvk_number_missing: () => 'Vul eerst uw KvK-nummer in; het moet op de factuur staan.',
  not_in_small_business_scheme: () =>
    'Uw bedrijf doet niet mee aan de KOR. Kies andere btw, of zeg bij uw bedrijf dat u meedoet.',
  own_vat_number_missing: () => 'Vul eerst uw eigen btw-nummer in; het moet op de factuur staan.',
  ledger_account_invalid: () => 'Een grootboekrekening is een nummer van hooguit tien cijfers.',
  ledger_account_unknown: () => 'Deze rekening bestaat niet (meer) in uw boekhouding.',
  ledger_account_not_debtors: () => 'Dit is in uw boekhouding geen debiteurenrekening.',
  ledger_account_not_revenue: () => 'Dit is in uw boekhouding geen rekening voor winst en verlies.',
  no_lines: () => 'Zet minstens één regel op de factuur.',
  series_part_unknown: () =>
    'Tussen accolades kan {nummer}, {n} tot en met {nnnnnnnnn}, {jaar}, {jj} en {maand} staan.',
  series_character_not_allowed: () =>
    'Gebruik alleen letters, cijfers en - _ . / naast de delen tussen accolades.',
  series_number_missing: () => 'Zet {nummer} in het patroon: daar komt het volgnummer.',
  series_number_twice: () => 'Zet het volgnummer maar één keer in het patroon.',
  series_repeats: () =>
    'Zet {jaar} in het patroon: zonder jaartal komen dezelfde nummers na de jaarwisseling nog eens.',
  series_number_too_long: (limit: number) =>
    `Deze nummers kunnen langer worden dan ${limit} tekens; zo passen ze niet in e-Boekhouden.nl.`,
  series_place_invalid: (limit: number) => `Vul een heel getal in, van 1 tot en met ${limit}.`,
  series_alike: (_limit: number, series: string) =>
    `De reeks «${series}» kan dezelfde nummers geven. Zet er bijvoorbeeld een andere letter voor.`,
  series_pattern_used: () =>
    'Er staan al nummers van deze reeks op facturen, dus dit patroon blijft. Maak een nieuwe reeks.',
  series_ground_used: (limit: number) => `Deze reeks is al gebruikt: kies ${limit} of hoger.`,
  series_reason_missing: () => 'Zeg waarom u nummers overslaat; het blijft in de activiteitenlog staan.',
  number_in_books: (_limit: number, number: string) =>
    `Nummer ${number} staat al in uw boeken. Ga bij Voorkeuren, Nummering verder met een hoger nummer.`,
  series_unknown: () => 'Kies een nummerreeks.',
  distance_sale_elsewhere: () =>
    'Zeg eerst dat deze factuur niet over goederen of digitale diensten gaat: daarvoor geldt de btw van het land van de klant.',
  nothing_to_credit: () => 'Van deze factuur is niets meer te crediteren.',
  credit_before_invoice: () => 'Een creditfactuur kan niet eerder zijn dan de factuur die u crediteert.',
  credit_of_failed: () =>
    'Deze factuur staat nog niet in de boeken. Los dat eerst op, daarna kunt u hem crediteren.',
  credit_too_much: () => 'Dit is meer dan er nog te crediteren is.',
  customer_address_missing: () => 'Vul eerst het adres van de klant aan; het moet op de factuur staan.',
  amount_invalid: () => 'Dit is geen bedrag met hooguit twee cijfers achter de komma.',
  amount_missing: () => 'Dit bedrag staat niet in het bestand, en volgt niet uit de andere.',
  amounts_differ: () => 'Het bedrag zonder btw en de btw zijn samen niet het totaal.',
  history_draft: () => 'Dit is een concept. Maak het in Stella af als nieuwe factuur.',
  outstanding_unknown: () => 'Hier staat niet wat nog open is. Vul een bedrag in, of 0 als alles betaald is.',
  outstanding_too_much: () => 'Er staat meer open dan de factuur bedraagt.',
  number_taken: () => 'Stella heeft al een factuur met dit nummer, met een andere datum of ander bedrag.',
  recipient_missing: () =>
    'Vul een e-mailadres in. Staat er bij de klant nog geen, zet het daar dan ook neer voor de volgende keer.',
  too_many_recipients: (limit: number) => `Een mail gaat naar hooguit ${limit} adressen.`,
  placeholder_unknown: () =>
    'Tussen accolades staat een woord dat Stella niet kent. Kies een van de woorden hieronder.',
  code_taken: () => 'Een ander product heeft deze code al.',
  row_twice: (row: number) => `Deze staat ook in rij ${row} van het bestand.`,
  row_ambiguous: () =>
    'Deze staat meer dan eens in Stella. Voeg ze daar eerst samen, of vul een nummer in waaraan te zien is welke het is.',
  customer_archived: () => 'Deze klant is gearchiveerd. Haal de klant eerst terug, of kies een andere.',
  customer_same: () => 'Kies een andere klant dan deze.',
  customer_unknown: () => 'Kies een klant.',
  subject_unknown: () => 'Dit gaat niet naar e-Boekhouden.nl, dus de support ziet er niets van.',
  same_as_before: () => 'Dit staat er al.',
  email_taken: () => 'Er is al een account met dit e-mailadres.',
  code_wrong: () =>
    'Deze code klopt niet. Neem de code die nu in de app staat, en kijk of de klok van dat apparaat gelijk loopt.',
  code_used: () => 'Deze code is al eens ingevuld. Wacht op de volgende code in de app.',
  password_wrong: () => 'Dit is niet uw huidige wachtwoord.',
  password_common: () =>
    'Dit wachtwoord wordt te vaak gebruikt en is snel geraden. Kies een zin van een paar woorden.',
  password_is_address: () => 'Kies een wachtwoord waar uw e-mailadres niet in zit.',
  password_too_short: (limit: number) => `Kies een wachtwoord van minstens ${limit} tekens.`,
}
