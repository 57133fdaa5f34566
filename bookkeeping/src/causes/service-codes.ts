import type { CauseCode } from './causes.ts'

/**
 * What each code of e-Boekhouden.nl means to us (manual 5.5; CREL001 is seen in third-party clients).
 * Codes are compared without dots at E-codes' ends, because the service writes both E002.3 and E0023.
 * Where the manual gives one code several meanings, the cause names what they share.
 *
 * CMUT018, CMUT019 and CREL001 are absent on purpose: they do not fail, they lead to a look-up.
 */
export const causeOfServiceCode: Readonly<Record<string, CauseCode>> = {
  'E001.1': 'codes_refused',
  'E001.2': 'administration_not_found',
  'E001.3': 'security_code_2_refused',
  'E001.5': 'no_permission',
  'E001.7': 'codes_not_verified',
  'E003.1': 'call_limit_reached',
  CMUT001: 'account_unknown',
  'CMUT001.1': 'account_unknown',
  CMUT003: 'request_refused',
  'CMUT003.1': 'request_refused',
  CMUT004: 'date_refused',
  CMUT005: 'request_refused',
  CMUT006: 'request_refused',
  CMUT008: 'request_refused',
  CMUT010: 'amounts_refused',
  'CMUT010.1': 'vat_amount_refused',
  CMUT011: 'vat_amount_refused',
  CMUT012: 'revenue_account_refused',
  CMUT013: 'request_refused',
  CMUT014: 'request_refused',
  CMUT015: 'debtors_account_refused',
  CMUT016: 'debtors_account_refused',
  CMUT017: 'relation_missing',
  CMUT020: 'period_closed',
  CMUT021: 'request_refused',
  CMUT023: 'request_refused',
  CMUT024: 'request_refused',
  CMUT025: 'relation_missing',
  CMUT026: 'request_refused',
  CMUT027: 'debtors_account_refused',
  CMUT028: 'debtors_account_refused',
  CMUT033: 'vat_code_refused',
}

/** Codes that say that the number or code we sent exists already: perhaps because we sent it before. */
export const codesOfTakenNumbers: ReadonlySet<string> = new Set(['CMUT018', 'CMUT019', 'CREL001'])

/** Whether a code of the service has a meaning here: a cause, a look-up, or a session that is opened anew (E002). */
export function isKnownServiceCode(code: string): boolean {
  return code in causeOfServiceCode || codesOfTakenNumbers.has(code) || code.startsWith('E002')
}
