import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import type { Administration } from './administration.ts'

/** GetAdministraties. */
export async function getAdministrations(service: Service, options?: CallOptions): Promise<Administration[]> {
  const { Administraties } = await service.call('GetAdministraties', () => ({}), options)
  return Administraties.map(({ Bedrijf, Plaats, Guid, StartBoekjaar }) => ({
    company: Bedrijf,
    city: Plaats,
    guid: Guid,
    startOfBookYear: StartBoekjaar,
  }))
}
