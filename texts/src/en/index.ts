import type { dutch } from '../nl/index.ts'
import { activities } from './activities.ts'
import { api } from './api.ts'
import { causePage } from './cause-page.ts'
import { causes, nextAtConnection } from './causes.ts'
import { refusals } from './connection-refusals.ts'
import { csv } from './csv.ts'
import { differences } from './differences.ts'
import { exports } from './exports.ts'
import { importCauses } from './import-causes.ts'
import { mail } from './mail.ts'
import { messageCauses } from './message-causes.ts'
import { program } from './program.ts'
import { relationCauses } from './relation-causes.ts'
import { screens } from './screens.ts'
import { supportActions } from './support-actions.ts'

/** The English catalogue; the compiler demands every key of the Dutch one. */
export const english = {
  activities,
  api,
  causePage,
  causes,
  csv,
  exports,
  importCauses,
  differences,
  mail,
  messageCauses,
  nextAtConnection,
  program,
  refusals,
  relationCauses,
  screens,
  supportActions,
} satisfies typeof dutch
