/** Why a file cannot be brought in, by the codes of transfer/src/files/file-failure.ts. */
export const importCauses = {
  empty: 'Er staat niets in dit bestand.',
  not_a_table: 'Dit is geen lijst. Kies een CSV-bestand of een Excel-bestand (.xlsx).',
  old_excel: 'Dit is een Excel-bestand van voor 2007. Bewaar het in Excel als .xlsx en kies het opnieuw.',
  protected: 'Er zit een wachtwoord op dit bestand. Haal het eraf en kies het opnieuw.',
  cut_off:
    'Dit bestand houdt midden in een tekst op, of is beschadigd. Haal het opnieuw uit het andere programma.',
  row_too_long:
    'Een rij is langer dan kan. Staat er ergens één aanhalingsteken te veel? Kies anders een ander scheidingsteken.',
  too_many_rows:
    'Er staan meer rijen in dan in één keer gaan: 250.000 in een CSV, 100.000 in Excel. Verdeel het bestand.',
  too_large_inside: 'Dit bestand is uitgepakt te groot. Bewaar het blad als CSV en kies dat.',
  broken_xml:
    'Dit XML-bestand is niet heel, of er staat iets in dat er niet hoort. Haal het opnieuw uit het andere programma.',
  nothing_of_kind:
    'In dit bestand staat niets van deze soort: een e-factuur of auditfile heeft klanten en facturen.',
  no_columns:
    'Er zijn geen kolommen te vinden. Kies een ander scheidingsteken, of kijk of het bestand titels boven de kolommen heeft.',
  books_not_linked: 'Er is geen koppeling meer met deze boeken bij e-Boekhouden.nl.',
  books_not_read:
    'e-Boekhouden.nl gaf nu geen antwoord waar Stella iets mee kan. Kijk bij Voorkeuren, Integraties of de koppeling werkt, en haal het opnieuw op.',
  unexpected: 'Het lezen lukt Stella niet. Probeer het opnieuw; lukt het dan nog niet, neem dan contact op.',
  adding_halted:
    'Halverwege ging er iets mis, ook na twintig keer. Wat al is toegevoegd, staat er. Ga verder, of maak het ongedaan; lukt dat niet, neem dan contact op.',
  undoing_halted:
    'Het terughalen hield halverwege op, ook na twintig keer. Ga verder; lukt dat niet, neem dan contact op.',
}
