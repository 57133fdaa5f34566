import type { dutch } from '../nl/index.ts'
import { api } from './api.ts'
import { program } from './program.ts'
import { screens } from './screens.ts'

/** The English catalogue; the compiler demands every key of the Dutch one. */
export const english = { api, program, screens } satisfies typeof dutch
