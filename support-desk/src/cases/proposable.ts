/** The fields of a customer that can be proposed to be changed: those that e-Boekhouden.nl judges. */
export const proposableFieldNames = [
  'name',
  'contactName',
  'address',
  'postalCode',
  'city',
  'email',
  'phone',
  'kvkNumber',
  'vatNumber',
] as const
export type ProposableField = (typeof proposableFieldNames)[number]
