import { addFactuur, getFacturen } from '../invoices/invoices.ts'
import {
  addGrootboekrekening,
  getGrootboekrekeningen,
  getSaldi,
  getSaldo,
  updateGrootboekrekening,
} from '../ledger-accounts/ledger-accounts.ts'
import { addMutatie, getMutaties } from '../mutations/mutations.ts'
import { getOpenPosten } from '../open-items/open-items.ts'
import type { OperationName } from '../protocol/operations.ts'
import type { RequestOf, ResultOf } from '../protocol/values.ts'
import { addRelatie, getRelaties, updateRelatie } from '../relations/relations.ts'
import { autoLogin, closeSession, openSession, openSessionSub } from '../sessions/sessions.ts'
import { getAdministraties, getArtikelen, getKostenplaatsen } from './lists.ts'
import type { Service } from './service.ts'

type Handlers = { [O in OperationName]: (service: Service, request: RequestOf<O>) => ResultOf<O> }

/** What each operation does. They throw `Refusal` or `ServerFault`, and change nothing when they do. */
export const handlers: Handlers = {
  GetAdministraties: getAdministraties,
  GetSaldo: getSaldo,
  GetSaldi: getSaldi,
  AddFactuur: addFactuur,
  GetFacturen: getFacturen,
  AddMutatie: addMutatie,
  GetMutaties: getMutaties,
  AddGrootboekrekening: addGrootboekrekening,
  UpdateGrootboekrekening: updateGrootboekrekening,
  GetGrootboekrekeningen: getGrootboekrekeningen,
  AddRelatie: addRelatie,
  UpdateRelatie: updateRelatie,
  GetRelaties: getRelaties,
  GetOpenPosten: getOpenPosten,
  OpenSession: openSession,
  OpenSessionSub: openSessionSub,
  CloseSession: closeSession,
  AutoLogin: autoLogin,
  GetKostenplaatsen: getKostenplaatsen,
  GetArtikelen: getArtikelen,
}
