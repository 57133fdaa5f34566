import { actors, causeCodes, causes, connectionStates, differenceKinds, type Mend } from '@stella/bookkeeping'
import {
  activityKinds,
  activityOutcomes,
  activitySigns,
  activitySubjects,
  invoiceFindings,
  mailStates,
  messageCauses,
  recipientKinds,
  recipientStates,
} from '@stella/database'
import {
  customerKinds,
  dkimFindings,
  dmarcFindings,
  documentLanguages,
  invoiceStates,
  lineKinds,
  mailSecurities,
  messageKinds,
  messageLanguages,
  paymentStates,
  ratedTreatments,
  settledAs,
  spfFindings,
  vatSchemes,
} from '@stella/invoicing'
import { languages, statusOfPayment } from '@stella/texts'
import { errorCodes } from '../../api/src/http/errors.ts'
import {
  bookingStates,
  failedBookingStates,
  openBookingStates,
  standingBookingStates,
} from '../../bookkeeping/src/bookings/booking-states.ts'
import { connectionRefusalCodes } from '../../bookkeeping/src/connections/refusal.ts'
import { relationStates, retryableRelationStates } from '../../bookkeeping/src/relations/relation-states.ts'
import * as inQueries from '../../database/src/bookings/booking-states.ts'
import { logoFormats } from '../../database/src/organizations/logo.ts'
import { pauseNoticeStates } from '../../database/src/pause-notices/pause-notice.ts'
import { failedRelationStates } from '../../database/src/relations/list-failed-relations.ts'
import { settingProblems, settings } from '../../stella/src/configuration/settings.ts'
import { customerFields } from '../../web/src/customers/search.ts'
import { pointNames } from '../chaos/installation/points.ts'
import type { Agreement } from './agreement.ts'
import { peopleAgreements } from './people.ts'
import { column, enumOf, inTexts, listedIn, namesIn, rowsUnder, schema, textOf } from './places.ts'
import { agreementsOfAttachments } from './tables-of-attachments.ts'
import { agreementsOfOldInvoices } from './tables-of-old-invoices.ts'
import { agreementsOfScreens } from './tables-of-screens.ts'
import { agreementsOfSupport } from './tables-of-support.ts'
import { agreementsOfTransfer } from './tables-of-transfer.ts'

export const agreements: Readonly<Record<string, Agreement>> = {
  causes: {
    words: causeCodes,
    places: {
      ...inTexts((texts) => texts.causes),
      'the API, CauseCode': () => listedIn('CauseCode').filter((code) => code !== 'disconnected'),
    },
  },
  'causes that the support acts on': {
    words: causeCodes,
    places: inTexts((texts) => texts.supportActions),
  },
  'who must act': { words: actors, places: { 'the API, Cause.actor': () => enumOf('Cause.actor') } },
  'what is to be mended': {
    words: [...new Set(causeCodes.map((code): Mend => causes[code].mend))].filter((it) => it !== 'nothing'),
    places: { 'the API, Mending': kindsOfMending },
  },
  'refusals of a connection': {
    words: connectionRefusalCodes,
    places: inTexts((texts) => texts.refusals),
  },
  ...agreementsOfAttachments,
  'formats of a logo': { words: logoFormats, places: {}, columns: ['logos.format'] },
  'states of a booking': { words: bookingStates, places: {}, columns: ['bookings.state'] },
  'states in which a booking goes on by itself': {
    words: openBookingStates,
    places: { 'the queries': () => inQueries.openBookingStates },
  },
  'states in which a booking needs a person': {
    words: failedBookingStates,
    places: { 'the queries': () => inQueries.failedBookingStates },
  },
  'states in which an invoice stands in the books': {
    words: standingBookingStates,
    places: { 'the queries': () => inQueries.standingBookingStates },
  },
  'states in which a relation needs a person': {
    words: retryableRelationStates,
    places: { 'the queries': () => failedRelationStates },
  },
  'states of a relation': { words: relationStates, places: {}, columns: ['relations.state'] },
  'states of a connection': {
    words: connectionStates,
    places: Object.fromEntries(
      ['Connection.state', 'Overview.connectionState', 'BookingPreview.connectionState'].map((path) => [
        `the API, ${path}`,
        () => enumOf(path).filter((state) => state !== 'none'),
      ]),
    ),
    columns: ['connections.state'],
  },
  'states of an invoice': {
    words: invoiceStates,
    places: {
      'the API, Invoice.state': () => enumOf('Invoice.state'),
      'the API, InvoiceSummary.state': () => enumOf('InvoiceSummary.state'),
    },
    // With which state of a customer's first invoice the relation is planned is said in the same words.
    columns: ['invoices.state', 'connections.relations_from'],
  },
  'what can be wrong with a final invoice': {
    words: invoiceFindings,
    places: inTexts(({ program }) => program.commands.findings),
  },
  'states of a notice of a pause': { words: pauseNoticeStates, places: {}, columns: ['pause_notices.state'] },
  'states of a mail for a recipient': {
    words: recipientStates,
    places: {
      'the API, MessageRecipient.state': () => enumOf('MessageRecipient.state'),
      ...inTexts((texts) => texts.screens.messages.states),
    },
    columns: ['message_recipients.state'],
  },
  'kinds of recipients': {
    words: recipientKinds,
    places: { 'the API, MessageRecipient.kind': () => enumOf('MessageRecipient.kind') },
    columns: ['message_recipients.kind'],
  },
  'why a mail did not arrive': {
    words: Object.keys(messageCauses),
    places: {
      'the API, MessageCause': () => enumOf('MessageCause'),
      ...inTexts((texts) => texts.messageCauses),
    },
  },
  'how the mails of an invoice stand': {
    words: mailStates,
    places: {
      'the API, MailState': () => enumOf('MailState'),
      ...inTexts((texts) => texts.screens.messages.inList),
    },
  },
  'how the payment of an invoice stands': {
    words: paymentStates,
    places: {
      'the API, PaymentState': () => enumOf('PaymentState'),
      'the words on the screens': () => Object.keys(statusOfPayment),
    },
  },
  'how an open item came to its end': {
    words: settledAs,
    places: { 'the API, SettledAs': () => enumOf('SettledAs') },
    columns: ['payments.settled_as'],
  },
  'how what is said to a mail server is kept from others': {
    words: mailSecurities,
    places: {
      'the API, MailServer.security': () => enumOf('MailServer.security'),
      ...inTexts((texts) => texts.screens.mailServer.securities),
    },
    columns: ['mail_servers.security'],
  },
  'what is found of SPF': {
    words: spfFindings,
    places: inTexts((texts) => texts.screens.senderDomain.spf),
  },
  'what is found of DKIM': {
    words: dkimFindings,
    places: inTexts((texts) => texts.screens.senderDomain.dkim),
  },
  'what is found of DMARC': {
    words: dmarcFindings,
    places: inTexts((texts) => texts.screens.senderDomain.dmarc),
  },
  'languages of a mail to a customer': {
    words: messageLanguages,
    places: inTexts((texts) => texts.screens.messages.languages),
    columns: ['messages.language', 'mail_templates.language', 'share_links.language'],
  },
  'what a mail brings': {
    words: messageKinds,
    places: inTexts((texts) => texts.screens.mailSettings.kinds),
    columns: ['mail_templates.kind'],
  },
  'kinds of customers': {
    words: customerKinds,
    places: { 'the API, Customer.kind': () => enumOf('Customer.kind') },
    columns: ['customers.kind'],
  },
  'languages of documents': {
    words: documentLanguages,
    places: {
      'the API, DocumentLanguage': () => enumOf('DocumentLanguage'),
      ...inTexts((texts) => texts.screens.customerForm.languages),
    },
    columns: ['customers.document_language', 'kept_pdfs.language'],
  },
  ...agreementsOfOldInvoices,
  ...agreementsOfTransfer,
  'kinds of lines': { words: lineKinds, places: {}, columns: ['invoice_lines.kind'] },
  'schemes of VAT': {
    words: vatSchemes,
    places: {
      'the API, Organization.vatScheme': () => enumOf('Organization.vatScheme'),
      ...inTexts((texts) => texts.screens.company.vatSchemes),
    },
    columns: ['organization_profiles.vat_scheme'],
  },
  'kinds of entries of the log': {
    words: Object.keys(activityKinds),
    places: {
      ...inTexts((texts) => texts.activities),
      'the API, Activity.kind': () => listedIn('Activity.kind'),
    },
  },
  'ways in which Stella and the books differ': {
    words: Object.keys(differenceKinds),
    places: {
      'the API, DifferenceKind': () => enumOf('DifferenceKind'),
      ...inTexts(({ differences: { what: _, ...sentences } }) => sentences),
    },
  },
  'outcomes in the log': {
    words: activityOutcomes,
    places: { 'the API, Activity.outcome': () => enumOf('Activity.outcome') },
    columns: ['activities.outcome'],
  },
  'subjects of the log': {
    words: activitySubjects,
    places: { 'the API, Activity.subject.type': () => enumOf('Activity.subject.type') },
    columns: ['activities.subject_type'],
  },
  'signs of the log': {
    words: activitySigns,
    places: { 'the API, Activity.sign': () => enumOf('Activity.sign') },
  },
  ...peopleAgreements,
  ...agreementsOfSupport,
  'treatments of which the law sets the rate': {
    words: ratedTreatments,
    places: { 'the API, VatRate.treatment': () => enumOf('VatRate.treatment') },
    columns: ['vat_rates.treatment'],
  },
  'fields of a customer that can be mended': {
    words: enumOf('CustomerField'),
    places: {
      'the API, CustomerContent': () =>
        Object.keys(schema('CustomerContent').properties ?? {}).filter((field) => field !== 'kind'),
      'the addresses of the screens': () => customerFields,
    },
  },
  'refusals of the API': { words: errorCodes, places: inTexts((texts) => texts.api.errors) },
  ...agreementsOfScreens,
  settings: {
    words: Object.keys(settings.shape),
    places: { 'README.md': () => column(textOf('README.md'), 'setting') },
  },
  'what can be wrong with a setting': {
    words: settingProblems,
    places: inTexts(({ program }) => {
      const { heading, samePort, codesBelongTogether, senderMissing, ...ofOneSetting } = program.settings
      return ofOneSetting
    }),
  },
  languages: {
    words: languages,
    places: {
      'the folders of the texts': () => namesIn('texts/src'),
      'the API, Session.language': () => enumOf('Session.language'),
    },
    columns: ['accounts."user".language'],
  },
  'points at which a process is killed': {
    words: pointNames,
    places: {
      'docs/reliability.md': () =>
        rowsUnder(textOf('docs/reliability.md'), '')
          .map(([point = '']) => point)
          .filter((point) => point.startsWith('P')),
    },
  },
}

function kindsOfMending(): readonly string[] {
  return (schema('Mending').oneOf ?? []).map(({ properties }) => properties?.kind?.const ?? '')
}
