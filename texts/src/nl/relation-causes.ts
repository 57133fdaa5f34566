/** Causes of causes.ts, where what they say of an invoice must be said of a relation. */
export const relationCauses = {
  no_answer: {
    what: 'Er kwam geen bruikbaar antwoord van e-Boekhouden.nl.',
    why: 'Het is nog niet zeker of de relatie er staat. Stella zoekt dat eerst op, zodat er niets dubbel komt te staan.',
    next: 'U hoeft niets te doen. Binnen enkele minuten is het bekend.',
  },
  disturbed: {
    what: 'e-Boekhouden.nl gaf een storing.',
    why: 'Het is nog niet zeker of de relatie er staat. Stella zoekt dat eerst op, zodat er niets dubbel komt te staan.',
    next: 'U hoeft niets te doen. Stella gaat vanzelf verder.',
  },
  reported_as_missing: {
    what: 'e-Boekhouden.nl zegt deze relatie niet te kennen.',
    why: 'Stella zoekt eerst op of de relatie nog in e-Boekhouden.nl staat.',
    next: 'U hoeft niets te doen. Binnen enkele minuten is het bekend.',
  },
  reported_as_existing: {
    what: 'e-Boekhouden.nl zegt dat deze relatiecode er al staat.',
    why: 'Misschien is dat deze klant zelf. Stella zoekt dat eerst op, zodat er niets dubbel komt te staan.',
    next: 'U hoeft niets te doen. Binnen enkele minuten is het bekend.',
  },
  request_refused: {
    what: 'e-Boekhouden.nl kon de gegevens van deze klant niet lezen.',
    why: 'Er is iets aan de gegevens dat Stella anders had moeten opschrijven.',
    next: 'Neem contact op met de support van Stella. U hoeft aan de klant niets te veranderen.',
  },
  relation_missing: {
    what: 'Deze relatie staat niet meer in e-Boekhouden.nl.',
    why: 'De relatie heeft in e-Boekhouden.nl gestaan, en is daar verwijderd.',
    next: 'Moet de relatie er weer staan? Bied die dan opnieuw aan. Stella voegt de relatie weer toe, en wat erop wacht, gaat vanzelf mee.',
  },
  number_taken_not_found: {
    what: 'e-Boekhouden.nl zegt dat deze relatie al bestaat, maar laat die niet zien.',
    why: 'De relatiecode is volgens e-Boekhouden.nl in gebruik, en de relatie is niet te zien. Zolang dat zo is, voegt Stella niets toe: dan kan er niets dubbel komen te staan.',
    next: 'Neem contact op met de support van Stella.',
  },
  found_twice: {
    what: 'Deze relatie staat twee keer in e-Boekhouden.nl.',
    why: 'Onder dezelfde relatiecode staan twee relaties.',
    next: 'Vraag uw boekhouder om een van de twee te verwijderen in e-Boekhouden.nl, en bied de relatie daarna opnieuw aan. Stella herkent dan de andere.',
  },
}
