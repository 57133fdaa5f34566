import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'

/** CloseSession; nothing is sent when no session is open. */
export async function closeSession(service: Service, options?: CallOptions): Promise<void> {
  await service.session.close(options)
}
