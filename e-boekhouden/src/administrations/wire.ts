import { access, cError } from '../wire/shared.ts'
import { list, record, text } from '../wire/types.ts'

const cAdministratie = record({ Bedrijf: text, Plaats: text, Guid: text, StartBoekjaar: text })

const cResultGetAdministraties = record({
  ErrorMsg: cError,
  Administraties: list('cAdministratie', cAdministratie),
})

export const administrationOperations = {
  GetAdministraties: { request: record(access), result: cResultGetAdministraties, proof: null },
} as const
