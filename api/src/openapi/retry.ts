import { z } from 'zod'
import { Id } from './values.ts'

export const Retry = z
  .object({ id: Id, state: z.literal('waiting') })
  .meta({ id: 'Retry', description: 'It waits its turn again; the activity log says what comes of it.' })
