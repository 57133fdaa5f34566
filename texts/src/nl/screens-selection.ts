/** What is done with several invoices of the list at once. */
export const selection = {
  /** Before the number and the name of an invoice. */
  choose: 'Kies',
  chooseAll: 'Kies alle facturen die hier staan',
  /** Beside a box, with little room. */
  all: 'Kies alle',
  chooseWhole: (most: number) => `Kies ook wat verder staat (tot ${most})`,
  withChosen: 'Met de gekozen facturen',
  chosen: (count: number) => `${count} gekozen`,
  chosenTotal: (amount: string) => `samen ${amount}`,
  clearChosen: 'Keuze wissen',
  mailChosen: (count: number) => `Mailen (${count})`,
  mailTitle: (count: number) => (count === 1 ? '1 factuur mailen?' : `${count} facturen mailen?`),
  mailText: 'Elke klant krijgt zijn factuur, met de tekst en de bijlagen die bij hem gewoon zijn.',
  mailedBefore: 'is al eens gemaild',
  retryChosen: (count: number) => `Opnieuw aanbieden (${count})`,
  zipChosen: 'PDF en UBL (zip)',
  printChosen: 'Eén PDF om te printen',
  chosenProgress: {
    mail: (done: number, count: number) => `${done} van de ${count} gemaild`,
    retry: (done: number, count: number) => `${done} van de ${count} aangeboden`,
    print: (_done: number, count: number) => `PDF met ${count} facturen wordt gemaakt`,
    zip: (_done: number, count: number) => `Bestand met ${count} facturen wordt gemaakt`,
  },
  chosenDone: {
    mail: (count: number) => (count === 1 ? '1 factuur wordt gemaild' : `${count} facturen worden gemaild`),
    retry: (count: number) =>
      count === 1 ? '1 factuur opnieuw aangeboden' : `${count} facturen opnieuw aangeboden`,
    print: (count: number): string =>
      count === 0 ? 'De PDF is niet gemaakt' : 'De PDF staat bij uw downloads',
    zip: (count: number): string =>
      count === 0 ? 'Het bestand is niet gemaakt' : 'Het bestand staat bij uw downloads',
  },
  notDone: 'Dit lukte niet. Probeer het zo nog eens.',
}
