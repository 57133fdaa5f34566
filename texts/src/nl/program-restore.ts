/** What a restore says of who may come in again. */
export const restoreWords = {
  endKeys: 'beëindig alle API-sleutels, ook die na de back-up zijn ingetrokken',
  isBack: (people: number, keys: number) =>
    `Zoals op dat moment hebben toegang: ${people === 1 ? '1 keer iemand' : `${people} keer iemand`}, en ${keys === 1 ? '1 sleutel' : `${keys} sleutels`}. Wie daarna is verwijderd of wat daarna is ingetrokken, werkt weer:`,
  keyOf: (name: string, of: string | null) => `sleutel ${name}${of === null ? '' : ` van ${of}`}`,
  isBackNext:
    'Sluit af wie hier niet meer hoort met «account block». Weet u niet welke sleutels zijn ingetrokken, zet dan opnieuw terug met --end-keys.',
  keysEnded: (count: number) =>
    count === 1 ? '1 sleutel is beëindigd.' : `Alle ${count} sleutels zijn beëindigd.`,
}
