import type { CallOptions } from '../call-options.ts'
import type { Service, ServiceOptions } from '../service.ts'
import { createService } from '../service.ts'

/** OpenSessionSub: a service of its own for one of an accountant's administrations, with its session open. */
export async function openSessionSub(
  accountant: ServiceOptions,
  administrationGuid: string,
  options?: CallOptions,
): Promise<Service> {
  const service = createService({ ...accountant, administrationGuid })
  await service.session.open(options)
  return service
}
