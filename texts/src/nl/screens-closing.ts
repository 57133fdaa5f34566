/** «Administratie sluiten», at Voorkeuren › Bedrijf, and the way back at «Mijn account». */
export const closing = {
  title: 'Administratie sluiten',
  lead: 'Stopt u met uw bedrijf of met Stella? Dan sluit u de administratie. U ziet eerst wat er gebeurt.',
  begin: 'Administratie sluiten',
  question: (organization: string) => `${organization} sluiten?`,
  unavailable: 'Wat er zou gebeuren kon niet worden opgehaald.',
  atOnce: 'Meteen',
  atOnceItems: (people: number) => [
    people === 1
      ? 'U kunt er niet meer bij; sleutels werken niet meer.'
      : `U en ${people - 1 === 1 ? 'uw collega kunnen' : `${people - 1} collega’s kunnen`} er niet meer bij; sleutels en uitnodigingen werken niet meer.`,
    'De koppeling met e-Boekhouden.nl stopt en uw codes worden gewist, net als het wachtwoord van een eigen mailserver.',
    'Links die klanten kregen, tonen niets meer.',
  ],
  notInBooks: (count: number) =>
    count === 1
      ? '1 factuur staat nog niet in uw boeken en wordt niet meer geboekt.'
      : `${count} facturen staan nog niet in uw boeken en worden niet meer geboekt.`,
  waitingMails: (count: number) =>
    count === 1
      ? '1 e-mail die nog wacht, wordt niet verstuurd.'
      : `${count} e-mails die nog wachten, worden niet verstuurd.`,
  later: (days: number) => `Na ${days} dagen`,
  laterItems: (drafts: number) => [
    `Concepten${drafts === 0 ? '' : ` (${drafts})`}, producten, imports, archieven en klanten zonder factuur worden gewist; van de andere klanten ook e-mailadres, telefoon en contactpersonen.`,
  ],
  back: (days: number) =>
    `Die ${days} dagen lang kan een eigenaar de administratie heropenen, na het inloggen of bij «Mijn account». Alles staat er dan nog; codes, sleutels en mailserver voert u opnieuw in.`,
  kept: 'Wat blijft',
  keptItems: (invoices: number, until: string | null) =>
    until === null
      ? [
          'Er zijn geen definitieve facturen, dus niets hoeft van de wet te blijven.',
          'Wat u en de support deden, blijft staan in het spoor van wijzigingen.',
        ]
      : [
          `${invoices === 1 ? 'Uw definitieve factuur' : `Uw ${invoices} definitieve facturen`}, met hoe ${invoices === 1 ? 'zij is' : 'zij zijn'} geboekt, het logboek en de wijzigingen. De wet wil dat u die zeven jaar bewaart (tien bij verkopen onder de OSS-regeling), voor u tot en met ${until}.`,
          'In uw boeken bij e-Boekhouden.nl verandert niets.',
        ],
  exportFirst: 'Maak eerst een archief van alles: u kunt er straks niet meer bij.',
  exportLink: 'Alles exporteren',
  confirm: 'Vul uw wachtwoord in om te sluiten.',
  close: 'Administratie sluiten',
  notClosed: 'De administratie is niet gesloten',
  closed: (organization: string) => `${organization} is gesloten.`,
  closedTitle: 'Gesloten administraties',
  openUntil: (day: string) => `Te heropenen tot en met ${day}`,
  open: 'Heropenen',
  openOf: (organization: string) => `${organization} heropenen`,
  openQuestion: (organization: string) => `${organization} heropenen?`,
  openLead:
    'Alles staat er nog. Codes van e-Boekhouden.nl, sleutels en een eigen mailserver voert u opnieuw in. Vul uw wachtwoord in.',
}
