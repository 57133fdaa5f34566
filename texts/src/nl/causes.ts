/**
 * Why something is not in the books, by the codes of bookkeeping/src/causes/causes.ts: what happened, why, and
 * who must do what. Without codes of the service and without words of our trade. Why codes are refused when they are
 * entered says connection-refusals.ts.
 */
export const causes = {
  // Gaat vanzelf over
  unreachable: {
    what: 'e-Boekhouden.nl is nu niet bereikbaar.',
    why: 'Er komt geen verbinding tot stand. Dat ligt aan e-Boekhouden.nl of aan het internet ertussen.',
    next: 'U hoeft niets te doen. Stella probeert het vanzelf opnieuw.',
  },
  no_answer: {
    what: 'Er kwam geen bruikbaar antwoord van e-Boekhouden.nl.',
    why: 'Het is nog niet zeker of de boeking er staat. Stella zoekt dat eerst op, zodat er niets dubbel komt te staan.',
    next: 'U hoeft niets te doen. Binnen enkele minuten is het bekend.',
  },
  disturbed: {
    what: 'e-Boekhouden.nl gaf een storing.',
    why: 'Het is nog niet zeker of de boeking er staat. Stella zoekt dat eerst op, zodat er niets dubbel komt te staan.',
    next: 'U hoeft niets te doen. Stella gaat vanzelf verder.',
  },
  busy: {
    what: 'e-Boekhouden.nl heeft het druk.',
    why: 'e-Boekhouden.nl vraagt om even te wachten.',
    next: 'U hoeft niets te doen. Stella probeert het straks vanzelf opnieuw.',
  },
  session_refused: {
    what: 'e-Boekhouden.nl liet Stella er niet in.',
    why: 'Het inloggen lukte even niet; de codes zelf zijn niet afgewezen.',
    next: 'U hoeft niets te doen. Stella probeert het vanzelf opnieuw.',
  },
  sign_in_unanswered: {
    what: 'e-Boekhouden.nl gaf geen bruikbaar antwoord toen Stella wilde inloggen.',
    why: 'e-Boekhouden.nl heeft een storing of is in onderhoud. Er is nog niets verstuurd.',
    next: 'U hoeft niets te doen. Stella probeert het vanzelf opnieuw.',
  },
  reported_as_existing: {
    what: 'e-Boekhouden.nl zegt dat dit factuurnummer er al staat.',
    why: 'Misschien is dat deze factuur zelf. Stella zoekt dat eerst op, zodat er niets dubbel komt te staan.',
    next: 'U hoeft niets te doen. Binnen enkele minuten is het bekend.',
  },
  draft_unsettled: {
    what: 'Aan de factuur van deze klant wordt nog gewerkt.',
    why: 'De relatie gaat naar e-Boekhouden.nl zodra het concept enkele minuten niet verandert, of als u de factuur definitief maakt.',
    next: 'U hoeft niets te doen.',
  },
  reported_as_missing: {
    what: 'e-Boekhouden.nl zegt de relatie van deze factuur niet te kennen.',
    why: 'Misschien is de relatie verwijderd. Stella zoekt eerst op of die nog in e-Boekhouden.nl staat.',
    next: 'U hoeft niets te doen. Binnen enkele minuten is het bekend.',
  },
  being_looked_up: {
    what: 'Stella zoekt eerst op wat er in e-Boekhouden.nl staat.',
    why: 'Het is niet zeker wat er al in e-Boekhouden.nl staat. Door eerst te kijken komt er niets dubbel te staan.',
    next: 'U hoeft niets te doen. Binnen enkele minuten is het bekend.',
  },
  look_up_limited: {
    what: 'Stella kan nu niet opzoeken of dit al in e-Boekhouden.nl staat.',
    why: 'Stella kan nu niet nagaan of dit er al staat, want de opvragingen van deze maand zijn op: e-Boekhouden.nl staat er per administratie 5.000 toe, voor alle koppelingen samen. Nieuwe facturen worden wel geboekt.',
    next: 'U hoeft niets te doen. Stella probeert het elke dag, en op de eerste van de volgende maand gaat het zeker verder.',
  },

  credited_not_booked_yet: {
    what: 'De factuur die met deze creditfactuur wordt gecrediteerd, staat nog niet in e-Boekhouden.nl.',
    why: 'De boeking van die factuur is nog onderweg. Alleen de creditfactuur zou uw boekhouding scheef maken.',
    next: 'U hoeft niets te doen. Zodra die factuur geboekt is, volgt de creditfactuur vanzelf.',
  },

  // Gaat over de koppeling
  codes_refused: {
    what: 'e-Boekhouden.nl neemt de codes van de koppeling niet meer aan.',
    why: 'De gebruikersnaam of beveiligingscode 1 klopt niet. Beveiligingscode 1 verandert mee als u het wachtwoord van e-Boekhouden.nl wijzigt.',
    next: 'Voer de codes opnieuw in bij Voorkeuren, Integraties. Daarna gaat alles vanzelf verder.',
  },
  administration_not_found: {
    what: 'e-Boekhouden.nl vindt bij deze codes geen administratie.',
    why: 'De administratie is verwijderd, of de codes horen bij een andere.',
    next: 'Kijk in e-Boekhouden.nl welke codes bij uw administratie horen en voer ze opnieuw in bij Voorkeuren, Integraties.',
  },
  security_code_2_refused: {
    what: 'e-Boekhouden.nl neemt beveiligingscode 2 niet aan.',
    why: 'Beveiligingscode 2 is veranderd of klopt niet.',
    next: 'Voer de codes opnieuw in bij Voorkeuren, Integraties. Daarna gaat alles vanzelf verder.',
  },
  no_permission: {
    what: 'De gebruiker van de koppeling heeft te weinig rechten in e-Boekhouden.nl.',
    why: 'De rechten van de gebruiker van de koppeling zijn in e-Boekhouden.nl veranderd, of waren nooit genoeg voor een koppeling.',
    next: 'Geef de gebruiker rechten in e-Boekhouden.nl, bij Beheer, Uw account, Gebruikers. Stella kijkt elk uur of het weer kan; met «Verbinding testen» weet u het meteen.',
  },
  codes_not_verified: {
    what: 'e-Boekhouden.nl kon de codes van de koppeling niet controleren.',
    why: 'e-Boekhouden.nl kon een van de drie codes niet controleren, en zegt niet welke.',
    next: 'Kijk de codes na in e-Boekhouden.nl en voer ze opnieuw in bij Voorkeuren, Integraties.',
  },
  call_limit_reached: {
    what: 'De koppeling heeft deze maand het maximum aan opvragingen bereikt.',
    why: 'e-Boekhouden.nl staat per administratie 5.000 opvragingen per maand toe, voor alle koppelingen samen.',
    next: 'U hoeft niets te doen. Op de eerste van de volgende maand gaat alles vanzelf verder.',
  },
  codes_unreadable: {
    what: 'Stella kan de bewaarde codes van de koppeling niet meer lezen.',
    why: 'De sleutel waarmee de codes zijn opgeborgen, is veranderd of verdwenen.',
    next: 'Voer de codes opnieuw in bij Voorkeuren, Integraties. Daarna gaat alles vanzelf verder.',
  },
  books_not_compared: {
    what: 'Stella is teruggezet uit een back-up en heeft uw boekhouding er nog niet naast gelegd.',
    why: 'Wat na de back-up is geboekt staat in e-Boekhouden.nl en niet meer in Stella. Zolang dat niet is vergeleken, boekt Stella niets en krijgt geen factuur een nummer.',
    next: 'Neem contact op met de support van Stella als dit langer dan een uur duurt. U hoeft zelf niets opnieuw in te voeren.',
  },

  // e-Boekhouden.nl neemt het niet aan
  account_unknown: {
    what: 'e-Boekhouden.nl nam de boeking niet aan.',
    why: 'De debiteurenrekening of de omzetrekening (1300 en 8000, als u geen andere koos) bestaat niet in uw administratie, of is van een andere soort; e-Boekhouden.nl zegt niet welke van de twee.',
    next: 'U of uw boekhouder kijkt in e-Boekhouden.nl bij de grootboekrekeningen: 1300 moet een debiteurenrekening zijn en 8000 een rekening voor winst en verlies. Koos u andere rekeningen, kijk dan naar die, bij Voorkeuren, Rekeningen. Stella kijkt elk uur of het weer kan; met «Verbinding testen» gaat alles meteen verder.',
  },
  revenue_account_refused: {
    what: 'e-Boekhouden.nl nam de boeking niet aan.',
    why: 'De omzetrekening (8000, als u geen andere koos) bestaat niet in uw administratie, of is er geen rekening voor winst en verlies.',
    next: 'U of uw boekhouder zet die rekening recht in e-Boekhouden.nl, of kiest een andere bij Voorkeuren, Rekeningen. Stella kijkt elk uur of het weer kan; met «Verbinding testen» gaat alles meteen verder.',
  },
  debtors_account_refused: {
    what: 'e-Boekhouden.nl nam de boeking niet aan.',
    why: 'De debiteurenrekening (1300, als u geen andere koos) bestaat niet in uw administratie, of is er geen debiteurenrekening.',
    next: 'U of uw boekhouder zet die rekening recht in e-Boekhouden.nl, of kiest een andere bij Voorkeuren, Rekeningen. Stella kijkt elk uur of het weer kan; met «Verbinding testen» gaat alles meteen verder.',
  },
  account_unfit: {
    what: 'De factuur kan zo niet worden geboekt.',
    why: 'Een rekening waarop hij hoort bestaat niet (meer) in uw administratie bij e-Boekhouden.nl, of is van een andere soort.',
    next: 'U of uw boekhouder kiest een andere rekening bij Voorkeuren, Rekeningen, of zet de rekening recht in e-Boekhouden.nl en laat daar de lijst verversen. Stella biedt de factuur dan vanzelf opnieuw aan.',
  },
  period_closed: {
    what: 'e-Boekhouden.nl nam de boeking niet aan.',
    why: 'De periode waarin de factuurdatum valt, is afgesloten.',
    next: 'Vraag uw boekhouder de periode even te openen. Stella probeert het elke dag vanzelf; als u de factuur opnieuw aanbiedt, gaat alles wat hierop wacht meteen mee.',
  },
  date_refused: {
    what: 'e-Boekhouden.nl nam de boeking niet aan.',
    why: 'In uw administratie kan niet op deze factuurdatum worden geboekt.',
    next: 'Kijk in e-Boekhouden.nl vanaf welke datum er geboekt kan worden. Een definitieve factuur verandert niet meer; maak zo nodig een nieuwe met een andere datum.',
  },
  vat_code_refused: {
    what: 'e-Boekhouden.nl nam de boeking niet aan.',
    why: 'Een van de btw-tarieven van deze factuur kan in uw administratie niet worden gebruikt.',
    next: 'Vraag uw boekhouder de btw-instellingen in e-Boekhouden.nl na te kijken. Stella probeert het elke dag vanzelf; als u de factuur opnieuw aanbiedt, gaat alles wat hierop wacht meteen mee.',
  },
  vat_amount_refused: {
    what: 'e-Boekhouden.nl nam de boeking niet aan.',
    why: 'e-Boekhouden.nl rekent de btw van deze factuur anders na dan Stella.',
    next: 'Neem contact op met de support van Stella. U hoeft aan de factuur niets te veranderen.',
  },
  amounts_refused: {
    what: 'e-Boekhouden.nl nam de boeking niet aan.',
    why: 'Volgens e-Boekhouden.nl tellen de bedragen van de boeking niet op.',
    next: 'Neem contact op met de support van Stella. U hoeft aan de factuur niets te veranderen.',
  },
  relation_missing: {
    what: 'De relatie van deze factuur staat niet meer in e-Boekhouden.nl.',
    why: 'De relatie heeft in e-Boekhouden.nl gestaan, en is daar verwijderd.',
    next: 'Bied bij de klant de relatie opnieuw aan. Stella voegt die dan weer toe, en alle facturen voor deze klant gaan vanzelf mee.',
  },
  refused_against_its_books: {
    what: 'e-Boekhouden.nl nam de boeking niet aan.',
    why: 'e-Boekhouden.nl zegt dat een rekening of de relatie niet bestaat of niet past, maar laat die zelf wel zien.',
    next: 'Neem contact op met de support van Stella. U hoeft aan de factuur niets te veranderen.',
  },
  request_refused: {
    what: 'e-Boekhouden.nl kon de boeking niet lezen.',
    why: 'Er is iets aan de boeking dat Stella anders had moeten opschrijven.',
    next: 'Neem contact op met de support van Stella. U hoeft aan de factuur niets te veranderen.',
  },
  refused_without_known_reason: {
    what: 'e-Boekhouden.nl nam dit niet aan.',
    why: 'e-Boekhouden.nl gaf een reden op die Stella nog niet kent.',
    next: 'Neem contact op met de support van Stella; die ziet wat e-Boekhouden.nl precies antwoordde.',
  },

  // Er staat iets anders dan is verstuurd
  number_in_use: {
    what: 'Dit factuurnummer staat al in e-Boekhouden.nl, bij een andere boeking.',
    why: 'Onder hetzelfde nummer is iets anders geboekt, bijvoorbeeld met de hand. Stella heeft er niets aan veranderd en niets bijgeboekt.',
    next: 'Kijk in e-Boekhouden.nl wat er onder dit nummer staat. Haal het daar weg of geef het een ander nummer, en bied de factuur opnieuw aan.',
  },
  number_taken_not_found: {
    what: 'e-Boekhouden.nl zegt dat dit factuurnummer al bestaat, maar laat de boeking niet zien.',
    why: 'Het factuurnummer is volgens e-Boekhouden.nl in gebruik, en de boeking is niet te zien. Zolang dat zo is, boekt Stella niets: dan kan er niets dubbel komen te staan.',
    next: 'Neem contact op met de support van Stella.',
  },
  found_twice: {
    what: 'Deze factuur staat twee keer in e-Boekhouden.nl.',
    why: 'Onder hetzelfde factuurnummer staan twee boekingen.',
    next: 'Vraag uw boekhouder om een van de twee te verwijderen in e-Boekhouden.nl, en bied de factuur daarna opnieuw aan. Stella herkent dan de andere.',
  },
  changed_in_books: {
    what: 'De boeking in e-Boekhouden.nl is niet meer gelijk aan de factuur.',
    why: 'De boeking is in e-Boekhouden.nl veranderd nadat Stella die had verwerkt.',
    next: 'Laat u of uw boekhouder de boeking in e-Boekhouden.nl vergelijken met de factuur en rechtzetten. Bied de factuur daarna opnieuw aan; Stella vergelijkt dan nog een keer.',
  },
  missing_in_books: {
    what: 'De boeking staat niet meer in e-Boekhouden.nl.',
    why: 'De boeking was verwerkt, en is daarna in e-Boekhouden.nl verwijderd.',
    next: 'Is dat met opzet gedaan, dan hoeft u niets te doen. Zo niet: vraag uw boekhouder om de boeking terug te zetten, met hetzelfde factuurnummer, en bied de factuur daarna opnieuw aan. Stella herkent de boeking dan; zelf boekt Stella geen tweede keer.',
  },

  // Boeken die niet meer gekoppeld zijn
  absent_in_former_books: {
    what: 'De factuur staat niet in de boeken waarheen hij was verstuurd.',
    why: 'Hij was verstuurd naar de administratie die toen gekoppeld was, en staat daar zeker niet.',
    next: 'Hoort hij in de administratie die nu gekoppeld is? Bied hem dan opnieuw aan: dan boekt Stella hem daar.',
  },
  former_books_closed: {
    what: 'Het is niet te achterhalen of deze factuur is geboekt.',
    why: 'Hij was verstuurd naar de administratie die toen gekoppeld was, er kwam geen antwoord, en Stella kan daar niet meer kijken.',
    next: 'Kijk zelf in die administratie of de factuur er staat. Of voer de codes daarvan opnieuw in en bied de factuur opnieuw aan: dan zoekt Stella hem op. Stella boekt hem nergens anders.',
  },

  // Van een creditfactuur: wat zij crediteert, staat niet in deze boekhouding
  credited_not_booked: {
    what: 'De factuur die met deze creditfactuur wordt gecrediteerd, staat niet in e-Boekhouden.nl.',
    why: 'De boeking van die factuur is mislukt. Alleen de creditfactuur zou uw boekhouding scheef maken.',
    next: 'Los op waarom die factuur is mislukt. Zodra hij geboekt is, volgt de creditfactuur vanzelf.',
  },
  credited_elsewhere: {
    what: 'De factuur die met deze creditfactuur wordt gecrediteerd, staat in een andere administratie.',
    why: 'Hij is geboekt in de administratie die toen gekoppeld was. In de administratie van nu zou de creditfactuur alleen staan.',
    next: 'Vraag uw boekhouder om de creditfactuur in die administratie te boeken. Of voer de codes daarvan weer in: dan boekt Stella de creditfactuur daar.',
  },

  // Zo kan het niet worden verstuurd
  relation_not_accepted: {
    what: 'De factuur wacht op de relatie van deze klant.',
    why: 'e-Boekhouden.nl nam die relatie niet aan.',
    next: 'Kijk bij de klant wat er aan de hand is. Zodra de relatie is verwerkt, gaat de factuur vanzelf mee.',
  },
  field_too_long: {
    what: 'Dit past niet in e-Boekhouden.nl.',
    why: 'Een van de gegevens van de klant is langer dan e-Boekhouden.nl toestaat.',
    next: 'Kort de gegevens van de klant in. Stella biedt het daarna vanzelf opnieuw aan.',
  },
  vat_treatment_unknown: {
    what: 'De factuur kan zo niet worden geboekt.',
    why: 'Voor een van de btw-tarieven van deze factuur is nog geen btw-code van e-Boekhouden.nl bekend.',
    next: 'Neem contact op met de support van Stella.',
  },
  plan_disagrees: {
    what: 'De factuur kan zo niet worden geboekt.',
    why: 'De boeking die Stella maakte, komt niet tot op de cent overeen met de factuur. Daarom is er niets verstuurd.',
    next: 'Neem contact op met de support van Stella. U hoeft aan de factuur niets te veranderen.',
  },
  invoice_without_amount: {
    what: 'Er valt niets te boeken.',
    why: 'Het totaal van deze factuur is nul.',
    next: 'U hoeft niets te doen, tenzij er een bedrag op had moeten staan: maak dan een nieuwe factuur.',
  },

  // Lang genoeg geprobeerd
  tried_too_long: {
    what: 'Het is drie dagen lang niet gelukt.',
    why: 'e-Boekhouden.nl was drie dagen lang niet bereikbaar of gaf storingen.',
    next: 'Bied het opnieuw aan zodra e-Boekhouden.nl weer werkt, of vraag het de support van Stella.',
  },
  unresolved_too_long: {
    what: 'Het is niet te achterhalen of dit is geboekt.',
    why: 'e-Boekhouden.nl gaf drie dagen lang geen antwoord op de vraag of dit er staat. Zolang dat zo is, boekt Stella niets: dan kan er niets dubbel komen te staan.',
    next: 'Neem contact op met de support van Stella, of bied het opnieuw aan: dan zoekt Stella eerst weer op of het er staat.',
  },
}

/** What is to be done, as the page of the link itself says it: whoever reads it there need not be led there. */
export const nextAtConnection = {
  codes_refused: 'Voer de codes opnieuw in. Daarna gaat alles vanzelf verder.',
  administration_not_found:
    'Kijk in e-Boekhouden.nl welke codes bij uw administratie horen en voer ze hier opnieuw in.',
  security_code_2_refused: 'Voer de codes opnieuw in. Daarna gaat alles vanzelf verder.',
  codes_not_verified: 'Kijk de codes na in e-Boekhouden.nl en voer ze hier opnieuw in.',
  codes_unreadable: 'Voer de codes opnieuw in. Daarna gaat alles vanzelf verder.',
}
