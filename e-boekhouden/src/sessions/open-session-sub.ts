import { checkedContent } from '../checks/check-fields.ts'
import type { Service, ServiceOptions } from '../service/service.ts'
import { createService } from '../service/service.ts'

/** OpenSessionSub: a service of its own for one of an accountant's administrations; its session is yet to be opened. */
export function serviceForSub(accountant: ServiceOptions, administrationGuid: string): Service {
  const guid = checkedContent('OpenSessionSub', (check) =>
    check.text('administrationGuid', administrationGuid, { max: 50, required: true }),
  )
  return createService({ ...accountant, administrationGuid: guid })
}
