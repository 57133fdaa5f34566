import { overrideErrors } from './errors-overrides.ts'

/** What the API says when it refuses, by the codes of api/src/http/errors.ts. */
export const errors = {
  invalid_request: {
    title: 'Ongeldig verzoek',
    detail: 'Het verzoek heeft niet de vorm die gevraagd wordt.',
  },
  malformed_json: { title: 'Ongeldig verzoek', detail: 'De inhoud van het verzoek is geen geldige JSON.' },
  invalid_cursor: {
    title: 'Ongeldig verzoek',
    detail: 'Deze lijst kan hier niet verder. Begin weer vooraan.',
  },
  invalid_fields: {
    title: 'Niet opgeslagen',
    detail: 'Er is niets opgeslagen. Verbeter wat bij de velden staat.',
  },
  not_signed_in: { title: 'Niet ingelogd', detail: 'Log in om verder te gaan.' },
  sign_in_refused: {
    title: 'Inloggen is niet gelukt',
    detail: 'Het e-mailadres en het wachtwoord horen niet bij elkaar. Controleer beide.',
  },
  sign_in_expired: {
    title: 'Log opnieuw in',
    detail:
      'Er ging te veel tijd voorbij, of er waren te veel verkeerde codes. Vul uw wachtwoord opnieuw in.',
  },
  too_many_guesses: {
    title: 'Even wachten',
    detail: 'Er is te vaak een verkeerd wachtwoord ingevuld.',
  },
  too_many_sign_ups: {
    title: 'Even wachten',
    detail:
      'Er zijn het laatste uur te veel accounts gemaakt, of geprobeerd met een e-mailadres dat al een account heeft. Heeft u al een account? Log dan in.',
  },
  too_many_resets: {
    title: 'Even wachten',
    detail: 'Er is al een paar keer om een nieuw wachtwoord gevraagd. Kijk ook bij de ongewenste e-mail.',
  },
  reset_refused: {
    title: 'Deze link werkt niet meer',
    detail: 'De link is al gebruikt, of ouder dan een uur. Vraag een nieuwe aan.',
  },
  too_many_attempts: {
    title: 'Even wachten',
    detail:
      'Codes of wachtwoorden zijn te vaak geprobeerd. Kijk ze na, in e-Boekhouden.nl of bij uw mailprovider, voordat u verder gaat.',
  },
  too_many_requests: {
    title: 'Even wachten',
    detail: 'Dit gaat te snel na elkaar.',
  },
  foreign_origin: {
    title: 'Geweigerd',
    detail: 'Dit verzoek kwam van een andere website en is daarom niet uitgevoerd.',
  },
  support_only: { title: 'Geen toegang', detail: 'Alleen de support van Stella kan dit.' },
  person_only: {
    title: 'Geen toegang',
    detail: 'Hiervoor moet een persoon zijn ingelogd; een API-sleutel is niet genoeg.',
  },
  not_permitted: {
    title: 'Dit kan niet met uw rol',
    detail: 'Vraag een eigenaar om dit te doen, of om u een andere rol te geven.',
  },
  password_needed: {
    title: 'Vul uw wachtwoord nog eens in',
    detail: 'U bent al een tijd ingelogd. Vul voor deze wijziging uw wachtwoord nog eens in.',
  },
  second_factor_needed: {
    title: 'Eerst een tweede stap',
    detail: 'Dit kan alleen wie met een tweede stap inlogt. Zet die aan bij Voorkeuren, Mijn account.',
  },
  second_factor_on: {
    title: 'De tweede stap staat al aan',
    detail: 'U logt al in met een tweede stap.',
  },
  second_factor_off: {
    title: 'De tweede stap staat niet aan',
    detail: 'U logt in zonder tweede stap. Zet die eerst aan.',
  },
  last_owner: {
    title: 'Er moet een eigenaar blijven',
    detail: 'U bent de enige eigenaar. Maak eerst iemand anders eigenaar.',
  },
  already_member: {
    title: 'Al gebruiker',
    detail: 'Iemand met dit e-mailadres is hier al gebruiker.',
  },
  invitation_refused: {
    title: 'Deze uitnodiging werkt niet meer',
    detail: 'De uitnodiging is gebruikt, ingetrokken of verlopen. Vraag wie u uitnodigde om een nieuwe.',
  },
  invitation_of_another: {
    title: 'Deze uitnodiging is voor iemand anders',
    detail:
      'U bent ingelogd met een ander e-mailadres dan waarvoor deze uitnodiging is. Log uit en open de link opnieuw.',
  },
  too_many_invitations: {
    title: 'Even wachten',
    detail: 'Er zijn het laatste uur veel uitnodigingen verstuurd.',
  },
  organization_switched: {
    title: 'U werkt nu in een andere administratie',
    detail:
      'In een ander venster is van administratie gewisseld. Er is niets opgeslagen. Laad deze pagina opnieuw.',
  },
  no_organization: { title: 'Geen administratie', detail: 'Dit account hoort bij geen administratie.' },
  not_found: { title: 'Niet gevonden', detail: 'Dit bestaat niet, of hoort niet bij uw administratie.' },
  email_unconfirmed: {
    title: 'Bevestig eerst uw e-mailadres',
    detail:
      'Stella mailt facturen pas als u uw eigen e-mailadres heeft bevestigd. Vraag de link opnieuw aan bij Voorkeuren, Mijn account.',
  },
  confirmation_refused: {
    title: 'Deze link werkt niet meer',
    detail: 'De link is al gebruikt, of te oud. Vraag een nieuwe aan bij Voorkeuren, Mijn account.',
  },
  email_taken: {
    title: 'Dit account bestaat al',
    detail: 'Er is al een account met dit e-mailadres. Log in, of kies een ander adres.',
  },
  changed_meanwhile: {
    title: 'Intussen veranderd',
    detail: 'Iemand heeft dit intussen veranderd. Er is niets opgeslagen; haal de nieuwste stand op.',
  },
  already_final: {
    title: 'Al definitief',
    detail: 'Deze factuur is al definitief en verandert niet meer.',
  },
  not_final: { title: 'Nog een concept', detail: 'Dit kan pas als de factuur definitief is.' },
  made_elsewhere: {
    title: 'Gemaakt in een ander programma',
    detail:
      'Van deze factuur heeft Stella alleen de bedragen. De factuur zelf staat in het programma waar hij gemaakt is.',
  },
  not_creditable: {
    title: 'Niet te crediteren',
    detail: 'Alleen een definitieve factuur kan worden gecrediteerd, en een creditfactuur zelf niet.',
  },
  credit_exceeds: {
    title: 'Al gecrediteerd',
    detail: 'Iemand anders heeft deze factuur intussen gecrediteerd; er is te weinig van over.',
  },
  customer_archived: {
    title: 'Klant is gearchiveerd',
    detail: 'Voor een gearchiveerde klant wordt niets nieuws gemaakt. Haal de klant eerst terug bij Klanten.',
  },
  customer_merged: {
    title: 'Klant is samengevoegd',
    detail: 'Deze klant is samengevoegd met een andere en gaat daar verder.',
  },
  customer_invoiced: {
    title: 'Klant blijft staan',
    detail:
      'Er zijn facturen van deze klant, of een relatie in de boeken. Archiveer de klant in plaats daarvan.',
  },
  case_open: {
    title: 'U vroeg hier al hulp bij',
    detail: 'De support heeft uw vraag. Schrijf bij die vraag wat u nog wilt zeggen.',
  },
  case_closed: { title: 'Deze zaak is gesloten', detail: 'Vraag opnieuw hulp als het nog niet goed is.' },
  consent_missing: {
    title: 'Geen toestemming',
    detail:
      'Een voorstel kan alleen over een klant gaan, en alleen zolang de klant toestemming geeft om mee te kijken.',
  },
  proposal_decided: {
    title: 'Al besloten',
    detail: 'Iemand gaf al akkoord op dit voorstel, of wees het af.',
  },
  export_under_way: {
    title: 'Er wordt al een archief gemaakt',
    detail: 'Wacht tot het klaar is, of verwijder het.',
  },
  export_not_ready: {
    title: 'Nog niet klaar',
    detail: 'Het archief wordt nog gemaakt, of is niet gelukt. Kijk bij Voorkeuren, Exporteren.',
  },
  import_elsewhere: {
    title: 'Dit kan nu niet',
    detail: 'De import is al verder, of nog bezig. Laad de pagina opnieuw om te zien hoe het ervoor staat.',
  },
  import_incomplete: {
    title: 'Bestand niet compleet',
    detail: 'Niet elk deel van het bestand is aangekomen. Kies het opnieuw.',
  },
  import_has_wrong_rows: {
    title: 'Er zijn nog fouten',
    detail: 'U vroeg om alle rijen of geen, en er zijn nog rijen fout. Er is niets toegevoegd.',
  },
  import_too_old: {
    title: 'Te lang geleden',
    detail: 'Een import kan zeven dagen lang ongedaan worden gemaakt.',
  },
  too_many_imports: {
    title: 'Te veel open importen',
    detail: 'Er staan vijftig importen klaar. Voeg er een toe of verwijder er een.',
  },
  series_used: {
    title: 'In gebruik',
    detail: 'Deze reeks is uw gewone reeks, of er staan al nummers van op facturen. Daarom kan hij niet weg.',
  },
  series_full: {
    title: 'Nummerreeks vol',
    detail: 'Deze nummerreeks heeft geen nummers meer over. Maak bij Voorkeuren, Nummering een nieuwe reeks.',
  },
  books_not_compared: {
    title: 'Nog niet vergeleken met uw boekhouding',
    detail:
      'Stella is teruggezet uit een back-up en kijkt eerst welke nummers er al in uw boekhouding staan. Uw concept blijft bewaard; probeer het over een uur weer.',
  },
  period_invalid: {
    title: 'Periode klopt niet',
    detail: 'De periode eindigt voor hij begint, of is langer dan een jaar.',
  },
  accounts_not_read: {
    title: 'Rekeningen nog niet opgehaald',
    detail: 'Stella kent de rekeningen van uw boekhouding nog niet. Kies eerst «Lijst verversen».',
  },
  not_compared: {
    title: 'Nog niet vergeleken',
    detail: 'Deze periode is nog niet met uw boeken vergeleken. Kies eerst «Nu vergelijken».',
  },
  payments_from_books: {
    title: 'Uw boekhouding bepaalt dit',
    detail: 'Deze factuur staat in e-Boekhouden.nl. Boek de betaling daar; Stella ziet die daarna vanzelf.',
  },
  too_many_attachments: {
    title: 'Te veel bijlagen',
    detail:
      'Met een factuur gaan hooguit 10 bestanden mee, en hooguit 5 gaan altijd mee. Haal er eerst een weg.',
  },
  attachments_too_large: {
    title: 'Samen te groot',
    detail: 'De bijlagen van een factuur zijn samen hooguit 10 MB, anders neemt niet elke mailserver ze aan.',
  },
  attachments_full: {
    title: 'Geen ruimte meer voor bijlagen',
    detail: 'Alle bijlagen van uw administratie zijn samen hooguit 5 GB. Haal bijlagen van concepten weg.',
  },
  sending_limit: {
    title: 'Even wachten met mailen',
    detail: 'Er zijn dit uur al zoveel mails verzonden als mag. Zo kan niemand met Stella spam versturen.',
  },
  message_id_used: {
    title: 'Al gebruikt',
    detail: 'Deze mail hoort bij een andere factuur. Probeer het opnieuw.',
  },
  documents_waiting: {
    title: 'Even wachten',
    detail: 'Er worden al meerdere documenten van uw administratie gemaakt.',
  },
  documents_busy: {
    title: 'Even wachten',
    detail: 'Er worden nu te veel documenten tegelijk gemaakt.',
  },
  ...overrideErrors,
  not_retryable: { title: 'Niet nodig', detail: 'Dit hoeft of kan nu niet opnieuw worden aangeboden.' },
  not_connected: {
    title: 'Niet gekoppeld',
    detail: 'Er is geen koppeling met e-Boekhouden.nl. U maakt die bij Voorkeuren, Integraties.',
  },
  books_undecided: {
    title: 'Deze codes openen andere boeken',
    detail:
      'Er is niets opgeslagen. Kies eerst bij Voorkeuren, Integraties in welke boeken Stella verdergaat.',
  },
  connection_refused: {
    title: 'De koppeling is niet gemaakt',
    detail: 'Er is niets opgeslagen.',
  },
  bookkeeping_unreachable: {
    title: 'e-Boekhouden.nl is niet bereikbaar',
    detail:
      'e-Boekhouden.nl geeft nu geen bruikbaar antwoord. Er is niets veranderd; probeer het straks opnieuw.',
  },
  body_too_large: { title: 'Te groot', detail: 'Dit verzoek is te groot.' },
  body_too_complex: {
    title: 'Ongeldig verzoek',
    detail: 'Het verzoek heeft meer velden of regels dan ergens kan worden opgeslagen.',
  },
  address_too_long: { title: 'Ongeldig verzoek', detail: 'Het adres is te lang.' },
  headers_too_large: { title: 'Te groot', detail: 'De headers van dit verzoek zijn te groot.' },
  request_timeout: {
    title: 'Te langzaam',
    detail: 'Het verzoek kwam niet op tijd binnen. Probeer het opnieuw.',
  },
  unsupported_media_type: { title: 'Ongeldig verzoek', detail: 'Stuur de inhoud als application/json.' },
  unavailable: {
    title: 'Even niet beschikbaar',
    detail: 'Stella kan nu niet bij de gegevens. Probeer het over een minuut opnieuw.',
  },
  internal: {
    title: 'Er ging iets mis',
    detail: 'Dit is een fout van Stella; hij is vastgelegd. Probeer het straks opnieuw.',
  },
}
