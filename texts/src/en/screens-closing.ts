/** «Administratie sluiten», at Voorkeuren › Bedrijf, and the way back at «Mijn account». */
export const closing = {
  title: 'Close the administration',
  lead: 'Do you end your business, or stop using Stella? Then close the administration. You first see what happens.',
  begin: 'Close the administration',
  question: (organization: string) => `Close ${organization}?`,
  unavailable: 'What would happen could not be loaded.',
  atOnce: 'At once',
  atOnceItems: (people: number) => [
    people === 1
      ? 'You have no access any more; keys no longer work.'
      : `You and ${people - 1 === 1 ? 'your colleague' : `${people - 1} colleagues`} have no access any more; keys and invitations no longer work.`,
    'The link with e-Boekhouden.nl ends and your codes are wiped, and so is the password of an own mail server.',
    'Links that customers have show nothing any more.',
  ],
  notInBooks: (count: number) =>
    count === 1
      ? '1 invoice is not in your books yet and will not be booked.'
      : `${count} invoices are not in your books yet and will not be booked.`,
  waitingMails: (count: number) =>
    count === 1 ? '1 mail that waits is not sent.' : `${count} mails that wait are not sent.`,
  later: (days: number) => `After ${days} days`,
  laterItems: (drafts: number) => [
    `Drafts${drafts === 0 ? '' : ` (${drafts})`}, products, imports, archives and customers without an invoice are wiped; of the other customers also e-mail address, phone and contacts.`,
  ],
  back: (days: number) =>
    `For those ${days} days an owner can open the administration again, after signing in or at «My account». Everything is still there; you enter codes, keys and mail server anew.`,
  kept: 'What stays',
  keptItems: (invoices: number, until: string | null) =>
    until === null
      ? [
          'There are no final invoices, so the law wants nothing kept.',
          'What you and the support did stays in the trail of changes.',
        ]
      : [
          `Your ${invoices === 1 ? 'final invoice' : `${invoices} final invoices`}, with how ${invoices === 1 ? 'it was' : 'they were'} booked, the log and the changes. The law wants you to keep these for seven years (ten for sales under the OSS scheme), for you until ${until}.`,
          'In your books at e-Boekhouden.nl nothing changes.',
        ],
  exportFirst: 'First make an archive of everything: you will have no access to it any more.',
  exportLink: 'Export everything',
  confirm: 'Fill in your password to close it.',
  close: 'Close the administration',
  notClosed: 'The administration was not closed',
  closed: (organization: string) => `${organization} is closed.`,
  closedTitle: 'Closed administrations',
  openUntil: (day: string) => `Can be opened again until ${day}`,
  open: 'Open again',
  openOf: (organization: string) => `Open ${organization} again`,
  openQuestion: (organization: string) => `Open ${organization} again?`,
  openLead:
    'Everything is still there. You enter the codes of e-Boekhouden.nl, keys and an own mail server anew. Fill in your password.',
}
