/** Everything the sandbox itself can refuse, apart from the answers of the service it plays. */
export const sandboxErrors = {
  books_in_use: 'Another sandbox is using these books.',
  books_of_newer_version: 'These books were kept by a newer version of the sandbox.',
  books_damaged: 'A line in the middle of the books cannot be read.',
  books_not_writable: 'The folder of the books cannot be written.',
  port_taken: 'The port is in use.',
  port_forbidden: 'The port may not be opened by this user.',
  address_unknown: 'The host cannot be listened on.',
  configuration_invalid: 'A setting is wrong.',
  administration_unknown: 'There is no such administration.',
  administration_ambiguous: 'Several administrations have this user name; only the guid tells them apart.',
  administration_invalid: 'The administration cannot be made like this.',
  relation_unknown: 'There is no such relation in the books.',
  relation_invalid: 'The relation cannot stand in the books like this.',
  account_unknown: 'There is no such ledger account in the books.',
  account_invalid: 'The ledger account cannot stand in the books like this.',
  mutation_unknown: 'There is no such mutation in the books.',
  mutation_invalid: 'The mutation cannot stand in the books like this.',
  payment_invalid: 'The payment cannot be booked like this.',
  fault_invalid: 'The fault cannot be played like this.',
  fault_unknown: 'There is no such fault.',
  setting_invalid: 'The setting does not take this value.',
  clock_invalid: 'The clock cannot be set like this.',
  journal_invalid: 'The journal cannot be asked like this.',
  query_invalid: 'The address is followed by something that is not asked for.',
  body_invalid: 'The body is not one that is asked for.',
  not_found: 'There is nothing at this address.',
  control_off: 'Control and faults are switched off.',
} as const

export type SandboxErrorCode = keyof typeof sandboxErrors

export class SandboxError extends Error {
  readonly code: SandboxErrorCode

  constructor(code: SandboxErrorCode, detail = '', cause?: unknown) {
    super(detail === '' ? sandboxErrors[code] : `${sandboxErrors[code]} ${detail}`, { cause })
    this.name = 'SandboxError'
    this.code = code
  }
}
