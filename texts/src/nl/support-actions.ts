/**
 * What somebody of the support does about each cause, by the codes of bookkeeping/src/causes/causes.ts: by
 * themselves, or together with whoever must act. Users read `next` of the cause instead.
 */
export const supportActions = {
  unreachable:
    'Er is niets te doen: Stella probeert het vanzelf opnieuw. Meldt een gebruiker zich, zeg dan dat zijn factuur klaarstaat.',
  no_answer:
    'Wacht enkele minuten: Stella zoekt eerst op of de boeking er staat. Blijft het zo, kijk dan in de uitwisseling hieronder wat e-Boekhouden.nl antwoordde.',
  disturbed:
    'Er is niets te doen: Stella zoekt op of het is aangekomen en gaat vanzelf verder. Kijk of andere administraties dezelfde storing hebben.',
  busy: 'Er is niets te doen: Stella probeert het vanzelf opnieuw zodra e-Boekhouden.nl het toelaat.',
  session_refused:
    'Er is niets te doen: Stella logt vanzelf opnieuw in. Gebeurt het uren achter elkaar, vraag het dan na bij e-Boekhouden.nl.',
  sign_in_unanswered:
    'Er is niets te doen: er is nog niets verstuurd, en Stella probeert het vanzelf opnieuw. Kijk of andere administraties dezelfde storing hebben.',
  reported_as_existing:
    'Er is niets te doen: Stella zoekt eerst op of het deze boeking zelf is. Binnen enkele minuten is het bekend.',
  draft_unsettled:
    'Er is niets te doen: de relatie gaat mee zodra het concept enkele minuten niet verandert of definitief wordt.',
  reported_as_missing:
    'Er is niets te doen: Stella zoekt eerst op of de relatie er nog staat. Binnen enkele minuten is het bekend.',
  being_looked_up:
    'Er is niets te doen: Stella zoekt eerst op wat er al staat. Binnen enkele minuten is het bekend.',
  look_up_limited:
    'Er is niets te doen tot e-Boekhouden.nl weer opvragingen toestaat, uiterlijk op de eerste van de volgende maand. Zijn er nog andere koppelingen op deze administratie, dan gebruiken die samen hetzelfde maximum.',
  credited_not_booked_yet:
    'Er is niets te doen: zodra de gecrediteerde factuur geboekt is, volgt de creditfactuur vanzelf. Kijk bij die factuur waarop zij wacht.',

  codes_refused:
    'Laat de gebruiker de codes opnieuw invoeren bij Voorkeuren, Integraties. Vraag of het wachtwoord van e-Boekhouden.nl is gewijzigd: dan is beveiligingscode 1 ook veranderd.',
  administration_not_found:
    'Laat de gebruiker in e-Boekhouden.nl nakijken of de administratie er nog is, en de codes daarvan opnieuw invoeren bij Voorkeuren, Integraties.',
  security_code_2_refused:
    'Laat de gebruiker beveiligingscode 2 opnieuw kopiëren en invoeren bij Voorkeuren, Integraties. Vaak zijn code 1 en 2 verwisseld.',
  no_permission:
    'Laat de gebruiker in e-Boekhouden.nl bij Beheer, Uw account, Gebruikers rechten geven, en daarna bij Voorkeuren, Integraties op «Verbinding testen» klikken.',
  codes_not_verified:
    'Laat de gebruiker alle drie de codes opnieuw kopiëren en invoeren bij Voorkeuren, Integraties. Lees in de uitwisseling of e-Boekhouden.nl zegt welke het is.',
  call_limit_reached:
    'Er is niets te doen tot de eerste van de volgende maand. Zijn er nog andere koppelingen op deze administratie, dan gebruiken die samen hetzelfde maximum.',
  codes_unreadable:
    'Laat de gebruiker de codes opnieuw invoeren bij Voorkeuren, Integraties. Treft het meer administraties, laat dan wie Stella draait nakijken of STELLA_SECRET_KEY is veranderd.',
  books_not_compared:
    'Laat wie Stella draait «npm run stella -- compare-books» uitvoeren. Worden de codes geweigerd, laat de gebruiker ze dan eerst opnieuw invoeren bij Voorkeuren, Integraties.',

  account_unknown:
    'Vraag de gebruiker of zijn boekhouder in e-Boekhouden.nl na te kijken dat de debiteurenrekening en de omzetrekening (1300 en 8000, of wat bij Voorkeuren, Rekeningen is gekozen) bestaan en van de goede soort zijn. Daarna gaat alles vanzelf verder, met «Verbinding testen» meteen.',
  revenue_account_refused:
    'Vraag de gebruiker of zijn boekhouder de omzetrekening (8000, of wat bij Voorkeuren, Rekeningen is gekozen) in e-Boekhouden.nl recht te zetten als rekening voor winst en verlies. Daarna gaat alles vanzelf verder, met «Verbinding testen» meteen.',
  debtors_account_refused:
    'Vraag de gebruiker of zijn boekhouder de debiteurenrekening (1300, of wat bij Voorkeuren, Rekeningen is gekozen) in e-Boekhouden.nl recht te zetten als debiteurenrekening. Daarna gaat alles vanzelf verder, met «Verbinding testen» meteen.',
  account_unfit:
    'Vraag de gebruiker of zijn boekhouder bij Voorkeuren, Rekeningen een rekening te kiezen die in e-Boekhouden.nl bestaat. Is de rekening daar net gemaakt of rechtgezet, laat dan de lijst verversen. Daarna gaat alles vanzelf verder.',
  period_closed:
    'Vraag de gebruiker of zijn boekhouder de periode van de factuurdatum te openen. Bied daarna opnieuw aan.',
  date_refused:
    'Zoek met de gebruiker in e-Boekhouden.nl uit vanaf welke datum er geboekt kan worden. De factuur zelf verandert niet meer; past de datum niet, dan maakt hij een nieuwe.',
  vat_code_refused:
    'Vraag de gebruiker of zijn boekhouder de btw-instellingen van de administratie na te kijken. Lees in de uitwisseling welke btw-code is geweigerd. Bied daarna opnieuw aan.',
  vat_amount_refused:
    'Leg de btw-bedragen in de uitwisseling hieronder naast de regels van de factuur, en lees welk bedrag e-Boekhouden.nl verwacht. De gebruiker kan dit niet oplossen: geef het met het kenmerk door aan de makers van Stella.',
  amounts_refused:
    'Tel in de uitwisseling hieronder de bedragen van de boeking na, en lees wat e-Boekhouden.nl eraan mankeert. De gebruiker kan dit niet oplossen: geef het met het kenmerk door aan de makers van Stella.',
  relation_missing:
    'Vraag of de relatie met opzet is verwijderd, en bied opnieuw aan: Stella kijkt dan of zij er staat, en voegt haar anders weer toe.',
  refused_against_its_books:
    'Lees in de uitwisseling hieronder wat e-Boekhouden.nl weigerde, en laat de gebruiker die rekening of relatie daar opzoeken. Is zij er en van de juiste soort, vraag het dan na bij e-Boekhouden.nl en bied opnieuw aan.',
  request_refused:
    'Lees in de uitwisseling hieronder welk veld e-Boekhouden.nl niet kon lezen. Komt het van de klant, laat de gebruiker het daar veranderen en bied dan opnieuw aan. Geef het anders met het kenmerk door aan de makers van Stella.',
  refused_without_known_reason:
    'Lees in de uitwisseling hieronder wat e-Boekhouden.nl precies antwoordde, en bied opnieuw aan zodra die reden weg is. Geef de code door aan de makers van Stella, dan krijgt zij een eigen uitleg.',

  number_in_use:
    'Kijk met de gebruiker in e-Boekhouden.nl wat er onder dit nummer staat. Laat hem dat weghalen of een ander nummer geven, en bied daarna opnieuw aan.',
  number_taken_not_found:
    'Laat de gebruiker in e-Boekhouden.nl naar dit nummer of deze relatiecode zoeken, ook in andere jaren. Is er niets te vinden, vraag het dan na bij e-Boekhouden.nl. Bied daarna opnieuw aan: Stella zoekt eerst op of het er staat.',
  found_twice:
    'Vraag de boekhouder van de gebruiker een van de twee te verwijderen in e-Boekhouden.nl. Bied daarna opnieuw aan: Stella herkent dan de andere.',
  changed_in_books:
    'Vraag de boekhouder van de gebruiker de boeking met de factuur te vergelijken en recht te zetten. Bied daarna opnieuw aan: Stella vergelijkt dan nog een keer.',
  missing_in_books:
    'Vraag of de boeking met opzet is verwijderd. Zo ja, dan is er niets te doen. Zo niet, laat de boekhouder de boeking dan terugzetten met hetzelfde factuurnummer en bied daarna opnieuw aan: Stella herkent de boeking, en boekt zelf geen tweede keer.',

  absent_in_former_books:
    'Vraag de gebruiker of de factuur in de administratie hoort die nu gekoppeld is. Zo ja, bied dan opnieuw aan: Stella boekt hem daar.',
  former_books_closed:
    'Laat de gebruiker in de administratie kijken die toen gekoppeld was, of de codes daarvan opnieuw invoeren. Bied daarna opnieuw aan: Stella zoekt dan daar op of de factuur er staat.',

  credited_not_booked:
    'Kijk bij de gecrediteerde factuur waarom die is mislukt, en los dat op. Zodra die geboekt is, volgt de creditfactuur vanzelf.',
  credited_elsewhere:
    'Laat de gebruiker de creditfactuur zelf boeken in de administratie waarin de factuur staat, of de codes daarvan weer invoeren: dan boekt Stella haar daar.',

  relation_not_accepted:
    'Kijk hieronder bij de relatie wat er aan de hand is, en los dat eerst op. Zodra de relatie is verwerkt, gaat de factuur vanzelf mee.',
  field_too_long:
    'Lees in de uitwisseling welk gegeven te lang is en laat de gebruiker het bij de klant inkorten. Stella biedt het daarna vanzelf opnieuw aan.',
  vat_treatment_unknown:
    'Kijk op de factuur welk btw-tarief nog geen code van e-Boekhouden.nl heeft, en geef het door aan de makers van Stella. De gebruiker kan dit niet oplossen.',
  plan_disagrees:
    'Vergelijk het factuurtotaal per btw-tarief met de boeking, en geef de factuur door aan de makers van Stella. Er is niets verstuurd; de gebruiker kan dit niet oplossen.',
  invoice_without_amount:
    'Er is niets te doen: de factuur komt op nul uit, en dan valt er niets te boeken. Had er een bedrag op moeten staan, dan maakt de gebruiker een nieuwe.',

  tried_too_long:
    'Kijk in de uitwisseling hieronder wat er drie dagen lang misging, en of het bij andere administraties weer lukt. Bied het dan opnieuw aan.',
  unresolved_too_long:
    'Kijk met de gebruiker in e-Boekhouden.nl of het er staat. Bied het daarna hoe dan ook opnieuw aan: Stella zoekt eerst op of het er staat, en boekt niets dubbel.',
}
