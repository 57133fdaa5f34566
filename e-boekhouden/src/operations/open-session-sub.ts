import { checkedContent } from '../check-fields.ts'
import type { Service, ServiceOptions } from '../service.ts'
import { createService } from '../service.ts'

/** OpenSessionSub: a service of its own for one of an accountant's administrations; its session is yet to be opened. */
export function serviceForSub(accountant: ServiceOptions, administrationGuid: string): Service {
  const guid = checkedContent('OpenSessionSub', (check) =>
    check.text('administrationGuid', administrationGuid, { max: 50, required: true }),
  )
  return createService({ ...accountant, administrationGuid: guid })
}
