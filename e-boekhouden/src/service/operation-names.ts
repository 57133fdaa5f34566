/** The 20 operations of the service, by its own names (WSDL of soap.e-boekhouden.nl). */
export const operationNames = [
  'OpenSession',
  'OpenSessionSub',
  'CloseSession',
  'AutoLogin',
  'GetAdministraties',
  'GetGrootboekrekeningen',
  'AddGrootboekrekening',
  'UpdateGrootboekrekening',
  'GetRelaties',
  'AddRelatie',
  'UpdateRelatie',
  'GetMutaties',
  'AddMutatie',
  'GetFacturen',
  'AddFactuur',
  'GetOpenPosten',
  'GetSaldo',
  'GetSaldi',
  'GetKostenplaatsen',
  'GetArtikelen',
] as const

export type OperationName = (typeof operationNames)[number]
