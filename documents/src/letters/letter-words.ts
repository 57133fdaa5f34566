import type { MessageKind, MessageLanguage, MessageTemplate } from '@stella/invoicing'

/** What a mail with an invoice says by itself, in one language. What stands in braces is filled in. */
export type LetterWords = {
  /** What an organization that wrote nothing itself says. */
  readonly templates: Readonly<Record<MessageKind, MessageTemplate>>
  readonly toPay: string
  readonly by: string
  readonly view: string
  readonly viewCredit: string
  /** What a list of mails shows beside the subject. */
  readonly preview: string
  readonly transfer: string
  readonly alsoCode: string
  /** Where part of the invoice was taken back, which the code on it does not know. */
  readonly codeOfWhole: string
  readonly attachments: string
  readonly pdf: string
  readonly pdfCredit: string
  readonly ubl: string
  /** Closing, with a telephone number and without. */
  readonly wrong: string
  readonly wrongCall: string
  readonly regards: string
}

export const letterWords: Readonly<Record<MessageLanguage, LetterWords>> = {
  nl: {
    templates: {
      invoice: {
        subject: 'Factuur {nummer} van {bedrijf}',
        body: 'Goedendag,\n\nHierbij onze factuur {nummer}.\n{omschrijving}',
      },
      credit_note: {
        subject: 'Creditfactuur {nummer} van {bedrijf}',
        body: 'Goedendag,\n\nHierbij onze creditfactuur {nummer}. U hoeft niets te betalen.\n{omschrijving}',
      },
    },
    toPay: 'Te betalen',
    by: 'uiterlijk {date}',
    view: 'Bekijk de factuur',
    viewCredit: 'Bekijk de creditfactuur',
    preview: '{amount}, te betalen uiterlijk {date}.',
    transfer: 'Zelf overmaken',
    alsoCode: 'Op de factuur staat ook een QR-code die u met de app van uw bank kunt scannen.',
    codeOfWhole: 'Gebruik hiervoor niet de QR-code op de factuur: daarin staat het hele bedrag.',
    attachments: 'Bijlagen',
    pdf: 'de factuur, om te lezen en te bewaren',
    pdfCredit: 'de creditfactuur, om te lezen en te bewaren',
    ubl: 'hetzelfde als e-factuur (UBL), voor uw boekhoudprogramma',
    wrong: 'Klopt er iets niet? Beantwoord deze mail, dan lossen wij het op.',
    wrongCall: 'Klopt er iets niet? Beantwoord deze mail of bel {phone}, dan lossen wij het op.',
    regards: 'Met vriendelijke groet,',
  },
  en: {
    templates: {
      invoice: {
        subject: 'Invoice {nummer} from {bedrijf}',
        body: 'Hello,\n\nPlease find our invoice {nummer}.\n{omschrijving}',
      },
      credit_note: {
        subject: 'Credit note {nummer} from {bedrijf}',
        body: 'Hello,\n\nPlease find our credit note {nummer}. You do not have to pay anything.\n{omschrijving}',
      },
    },
    toPay: 'To be paid',
    by: 'by {date}',
    view: 'View the invoice',
    viewCredit: 'View the credit note',
    preview: '{amount}, to be paid by {date}.',
    transfer: 'Pay by bank transfer',
    alsoCode: 'The invoice also has a QR code that you can scan with the app of your bank.',
    codeOfWhole: 'Do not use the QR code on the invoice for this: it holds the whole amount.',
    attachments: 'Attachments',
    pdf: 'the invoice, to read and to keep',
    pdfCredit: 'the credit note, to read and to keep',
    ubl: 'the same as an e-invoice (UBL), for your bookkeeping program',
    wrong: 'Is anything wrong? Reply to this mail and we will solve it.',
    wrongCall: 'Is anything wrong? Reply to this mail or call {phone}, and we will solve it.',
    regards: 'Kind regards,',
  },
  de: {
    templates: {
      invoice: {
        subject: 'Rechnung {nummer} von {bedrijf}',
        body: 'Guten Tag,\n\nanbei erhalten Sie unsere Rechnung {nummer}.\n{omschrijving}',
      },
      credit_note: {
        subject: 'Gutschrift {nummer} von {bedrijf}',
        body: 'Guten Tag,\n\nanbei erhalten Sie unsere Gutschrift {nummer}. Sie müssen nichts bezahlen.\n{omschrijving}',
      },
    },
    toPay: 'Zu zahlen',
    by: 'spätestens am {date}',
    view: 'Rechnung ansehen',
    viewCredit: 'Gutschrift ansehen',
    preview: '{amount}, zu zahlen spätestens am {date}.',
    transfer: 'Selbst überweisen',
    alsoCode: 'Auf der Rechnung steht auch ein QR-Code, den Sie mit der App Ihrer Bank scannen können.',
    codeOfWhole: 'Nutzen Sie dafür nicht den QR-Code auf der Rechnung: Er enthält den ganzen Betrag.',
    attachments: 'Anlagen',
    pdf: 'die Rechnung, zum Lesen und Aufbewahren',
    pdfCredit: 'die Gutschrift, zum Lesen und Aufbewahren',
    ubl: 'dasselbe als E-Rechnung (UBL), für Ihr Buchhaltungsprogramm',
    wrong: 'Stimmt etwas nicht? Antworten Sie auf diese Mail, dann lösen wir es.',
    wrongCall:
      'Stimmt etwas nicht? Antworten Sie auf diese Mail oder rufen Sie {phone} an, dann lösen wir es.',
    regards: 'Mit freundlichen Grüßen',
  },
}
