import { api } from './api.ts'
import { program } from './program.ts'
import { screens } from './screens.ts'

/** The Dutch catalogue, one group a file. */
export const dutch = { api, program, screens }
