import { access, cError } from '../wire/shared.ts'
import { list, long, record, text } from '../wire/types.ts'

const cGrootboekrekening = record({
  ID: long,
  Code: text,
  Omschrijving: text,
  Categorie: text,
  Groep: text,
})

const cGrootboekrekeningFilter = record({ ID: long, Code: text, Categorie: text })

export const ledgerAccountOperations = {
  GetGrootboekrekeningen: {
    request: record({ ...access, cFilter: cGrootboekrekeningFilter }),
    result: record({ ErrorMsg: cError, Rekeningen: list('cGrootboekrekening', cGrootboekrekening) }),
    proof: null,
  },
  AddGrootboekrekening: {
    request: record({ ...access, oGb: cGrootboekrekening }),
    result: record({ ErrorMsg: cError, Gb_ID: long }),
    proof: 'Gb_ID',
  },
  UpdateGrootboekrekening: {
    request: record({ ...access, oGb: cGrootboekrekening }),
    result: cError,
    proof: null,
  },
} as const
