import { access, cError } from '../wire/shared.ts'
import { list, long, optional, record, text } from '../wire/types.ts'

const cKostenplaats = record({ KostenplaatsId: long, Omschrijving: text, KostenplaatsParentId: long })

const cKostenplaatsFilter = record({
  KostenplaatsID: optional(long),
  KostenplaatsParentID: optional(long),
  Omschrijving: text,
})

export const costCenterOperations = {
  GetKostenplaatsen: {
    request: record({ ...access, cFilter: cKostenplaatsFilter }),
    result: record({ ErrorMsg: cError, Kostenplaatsen: list('cKostenplaats', cKostenplaats) }),
    proof: null,
  },
} as const
