import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'

/** OpenSession (or OpenSessionSub for a client of one administration of an accountant). */
export async function openSession(service: Service, options?: CallOptions): Promise<void> {
  await service.session.open(options)
}
