import type { DocumentLanguage } from '@stella/invoicing'

/** What the page of an invoice says by itself, beside the words of the document. */
export type PageWords = {
  readonly toInvoice: string
  readonly credited: string
  readonly received: string
  /** At the amount, in the sums. */
  readonly receivedRow: string
  readonly nothingLeft: string
  readonly phoneHeading: string
  readonly phoneExplanation: string
  readonly copy: string
  readonly copied: string
  readonly pdf: string
  readonly ubl: string
  /** Above the files that went along. */
  readonly attachments: string
  readonly forWhom: string
  readonly wrong: string
  readonly answer: string
  readonly note: string
  readonly open: string
  readonly revoked: string
  readonly revokedBy: string
  readonly noCookies: string
  readonly unknown: string
  readonly unknownWhy: string
}

export const pageWords: Readonly<Record<DocumentLanguage, PageWords>> = {
  nl: {
    toInvoice: 'Naar de factuur',
    credited: 'Van {total} is {credited} gecrediteerd.',
    received: 'Al ontvangen: {paid}.',
    receivedRow: 'Ontvangen',
    nothingLeft: 'U hoeft niets meer te betalen',
    phoneHeading: 'Open de app van uw bank',
    phoneExplanation: 'Maak een overboeking en neem deze drie over.',
    copy: 'Kopieer',
    copied: '{what} gekopieerd',
    pdf: 'Factuur als PDF',
    ubl: 'E-factuur (UBL)',
    attachments: 'Bijlagen',
    forWhom: 'Voor',
    wrong: 'Klopt er iets niet?',
    answer: 'Laat het {sender} weten, dan lossen zij het op.',
    note: 'Deze pagina plaatst geen cookies. Wie de link heeft, kan de factuur lezen.',
    open: 'Nog te betalen',
    revoked: 'Deze link werkt niet meer',
    revokedBy:
      '{sender} heeft hem ingetrokken. Aan de factuur zelf verandert daardoor niets; kijk in uw mail of er een nieuwe link is, of vraag erom.',
    noCookies: 'Deze pagina plaatst geen cookies.',
    unknown: 'Deze link klopt niet',
    unknownWhy:
      'Misschien is hij niet helemaal overgenomen. Open hem vanuit de mail, of vraag de afzender om een nieuwe.',
  },
  en: {
    toInvoice: 'To the invoice',
    credited: 'Of {total}, {credited} was credited.',
    received: 'Already received: {paid}.',
    receivedRow: 'Received',
    nothingLeft: 'Nothing is left to be paid',
    phoneHeading: 'Open the app of your bank',
    phoneExplanation: 'Make a transfer and take over these three.',
    copy: 'Copy',
    copied: '{what} copied',
    pdf: 'Invoice as PDF',
    ubl: 'E-invoice (UBL)',
    attachments: 'Attachments',
    forWhom: 'For',
    wrong: 'Is anything wrong?',
    answer: 'Let {sender} know, and they will solve it.',
    note: 'This page sets no cookies. Whoever has the link can read the invoice.',
    open: 'Left to be paid',
    revoked: 'This link no longer works',
    revokedBy:
      '{sender} took it back. That changes nothing about the invoice itself; look in your mail for a new link, or ask for one.',
    noCookies: 'This page sets no cookies.',
    unknown: 'This link is not right',
    unknownWhy: 'Perhaps it was not copied whole. Open it from the mail, or ask the sender for a new one.',
  },
  de: {
    toInvoice: 'Zur Rechnung',
    credited: 'Von {total} wurden {credited} gutgeschrieben.',
    received: 'Bereits eingegangen: {paid}.',
    receivedRow: 'Eingegangen',
    nothingLeft: 'Es ist nichts mehr zu zahlen',
    phoneHeading: 'Öffnen Sie die App Ihrer Bank',
    phoneExplanation: 'Erstellen Sie eine Überweisung und übernehmen Sie diese drei Angaben.',
    copy: 'Kopieren',
    copied: '{what} kopiert',
    pdf: 'Rechnung als PDF',
    ubl: 'E-Rechnung (UBL)',
    attachments: 'Anlagen',
    forWhom: 'Für',
    wrong: 'Stimmt etwas nicht?',
    answer: 'Sagen Sie es {sender}, dann wird es gelöst.',
    note: 'Diese Seite setzt keine Cookies. Wer den Link hat, kann die Rechnung lesen.',
    open: 'Noch zu zahlen',
    revoked: 'Dieser Link funktioniert nicht mehr',
    revokedBy:
      '{sender} hat ihn zurückgezogen. An der Rechnung selbst ändert das nichts; sehen Sie in Ihren Mails nach einem neuen Link oder bitten Sie darum.',
    noCookies: 'Diese Seite setzt keine Cookies.',
    unknown: 'Dieser Link stimmt nicht',
    unknownWhy:
      'Vielleicht wurde er nicht ganz kopiert. Öffnen Sie ihn aus der Mail oder bitten Sie den Absender um einen neuen.',
  },
}
