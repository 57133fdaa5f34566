/**
 * What somebody of the support does about a cause that only the support can help with, by the codes of
 * bookkeeping/src/causes/causes.ts. Users read `next` of the cause instead.
 */
export const supportActions = {
  vat_amount_refused:
    'Leg de btw-bedragen in de uitwisseling hieronder naast de regels van de factuur, en lees welk bedrag e-Boekhouden.nl verwacht. De gebruiker kan dit niet oplossen: geef het met het kenmerk door aan de makers van Stella.',
  amounts_refused:
    'Tel in de uitwisseling hieronder de bedragen van de boeking na, en lees wat e-Boekhouden.nl eraan mankeert. De gebruiker kan dit niet oplossen: geef het met het kenmerk door aan de makers van Stella.',
  request_refused:
    'Lees in de uitwisseling hieronder welk veld e-Boekhouden.nl niet kon lezen. Komt het van de klant, laat de gebruiker het daar veranderen en bied dan opnieuw aan. Geef het anders met het kenmerk door aan de makers van Stella.',
  refused_without_known_reason:
    'Lees in de uitwisseling hieronder wat e-Boekhouden.nl precies antwoordde, en bied opnieuw aan zodra die reden weg is. Geef de code door aan de makers van Stella, dan krijgt zij een eigen uitleg.',
  number_taken_not_found:
    'Laat de gebruiker in e-Boekhouden.nl naar dit nummer of deze relatiecode zoeken, ook in andere jaren. Is er niets te vinden, vraag het dan na bij e-Boekhouden.nl. Bied daarna opnieuw aan: Stella zoekt eerst op of het er staat.',
  refused_against_its_books:
    'Lees in de uitwisseling hieronder wat e-Boekhouden.nl weigerde, en laat de gebruiker die rekening of relatie daar opzoeken. Is zij er en van de juiste soort, vraag het dan na bij e-Boekhouden.nl en bied opnieuw aan.',
  plan_disagrees:
    'Vergelijk het factuurtotaal per btw-tarief met de boeking, en geef de factuur door aan de makers van Stella. Er is niets verstuurd; de gebruiker kan dit niet oplossen.',
  vat_treatment_unknown:
    'Kijk op de factuur welk btw-tarief nog geen code van e-Boekhouden.nl heeft, en geef het door aan de makers van Stella. De gebruiker kan dit niet oplossen.',
  tried_too_long:
    'Kijk in de uitwisseling hieronder wat er drie dagen lang misging, en of het bij andere administraties weer lukt. Bied het dan opnieuw aan.',
  unresolved_too_long:
    'Kijk met de gebruiker in e-Boekhouden.nl of het er staat. Bied het daarna hoe dan ook opnieuw aan: Stella zoekt eerst op of het er staat, en boekt niets dubbel.',
}
