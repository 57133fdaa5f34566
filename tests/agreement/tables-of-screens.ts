import { differenceActions } from '@stella/bookkeeping'
import { ages } from '@stella/database'
import { allowanceKinds, documentLanguages, units } from '@stella/invoicing'
import { standings } from '../../api/src/organizations/standing.ts'
import { offeredVatTreatments } from '../../invoicing/src/vat/treatments.ts'
import { screens } from '../../scripts/screenshots/screens.ts'
import { vatTreatments as vatTreatmentsOfScreens } from '../../web/src/api/vat.ts'
import { languages as languagesOfScreens } from '../../web/src/customers/customer-values.ts'
import { units as unitsOfScreens } from '../../web/src/invoices/units.ts'
import { openViews } from '../../web/src/routing/open-views.ts'
import { paths } from '../../web/src/routing/paths.ts'
import type { Agreement } from './agreement.ts'
import { enumOf, inTexts } from './places.ts'

/** What begins with somebody who mails or asks for help, which no business to play with does. */
const withoutPicture = ['/postvak/$messageId', '/hulp/zaken/$caseId', '/support/zaken/$caseId']
const addresses = [...new Set(Object.values(paths).map((make) => make('', {} as never).to as string))].filter(
  (address) => !withoutPicture.includes(address),
)

/** Of the screens, and the pictures that are taken of them. */
export const agreementsOfScreens: Readonly<Record<string, Agreement>> = {
  'addresses of the screens': {
    words: addresses,
    places: { 'the pictures of every screen': () => addresses.filter(isPhotographed) },
  },
  'what can be done about a difference': {
    words: differenceActions,
    places: { 'the API, DifferenceAction': () => enumOf('DifferenceAction') },
  },
  'ways in which an organization and its books stand': {
    words: standings,
    places: {
      'the API, Standing': () => enumOf('Standing'),
      ...inTexts((texts) => texts.screens.organizations.standings),
    },
  },
  'units of a line': {
    words: units,
    places: {
      'the choice on the screen': () => unitsOfScreens,
      ...inTexts((texts) => texts.screens.units),
    },
  },
  'how long something is open': {
    words: ages,
    places: {
      'the addresses of the screens': () => Object.keys(openViews),
      ...inTexts((texts) => texts.screens.figures.ages),
      'the API, Age': () => enumOf('Age'),
    },
  },
  'kinds of discounts and charges': {
    words: allowanceKinds,
    places: { 'the API, LineAllowanceContent.kind': () => enumOf('LineAllowanceContent.kind') },
  },
  'languages that a customer can choose between': {
    words: documentLanguages,
    places: { 'the choice on the screen': () => languagesOfScreens },
  },
  'VAT treatments that are offered': {
    words: offeredVatTreatments,
    places: {
      'the choice on the screen': () => vatTreatmentsOfScreens,
      ...inTexts((texts) => texts.screens.vat.treatments),
      ...inTexts((texts) => texts.screens.vat.choices),
      'the API, VatTreatment': () => enumOf('VatTreatment'),
    },
  },
}

function isPhotographed(address: string): boolean {
  const shown = screens.map((screen) =>
    typeof screen.address === 'string' ? screen.address.split(/[?#]/)[0] : screen.address.route,
  )
  return shown.includes(address)
}
