import type { OperationName } from '../service/operation-names.ts'

/**
 * What a code of the service can mean, as a closed list of our own names, so that nobody has to read the
 * service's texts. Source: the codes of SOAP manual 5.5; `relation_code_exists` is known from practice only.
 */
export type Meaning =
  | 'sign_in_data_invalid'
  | 'administration_not_found'
  | 'security_code_2_invalid'
  | 'no_permission'
  | 'sign_in_not_verified'
  | 'session_data_invalid'
  | 'session_not_found'
  | 'session_expired'
  | 'session_closed'
  | 'not_an_accountant'
  | 'call_limit_reached'
  | 'account_unknown_or_wrong_category'
  | 'vat_inclusion_missing'
  | 'vat_inclusion_invalid'
  | 'date_missing_or_out_of_range'
  | 'description_missing'
  | 'line_count_out_of_range'
  | 'mutation_kind_unknown'
  | 'amounts_do_not_add_up'
  | 'vat_amount_does_not_match'
  | 'vat_code_not_for_this_kind'
  | 'vat_code_invalid'
  | 'vat_code_missing'
  | 'counter_account_wrong_category'
  | 'counter_account_missing'
  | 'counter_account_not_debtors'
  | 'counter_account_not_creditors'
  | 'account_not_creditors'
  | 'account_not_debtors'
  | 'invoice_number_missing'
  | 'invoice_number_exists'
  | 'relation_invoice_number_exists'
  | 'relation_code_missing'
  | 'relation_unknown'
  | 'relation_code_exists'
  | 'payment_term_missing'
  | 'period_closed'
  | 'only_one_line_allowed'
  | 'payment_matches_no_invoice'
  | 'invoice_template_not_chosen'
  | 'invoice_template_missing'
  | 'email_body_missing'
  | 'email_sender_missing'
  | 'email_subject_missing'
  | 'booking_description_missing'
  | 'direct_debit_account_missing'
  | 'direct_debit_name_missing'
  | 'direct_debit_city_missing'
  | 'direct_debit_description_missing'
  | 'article_code_missing'
  | 'line_description_missing'
  | 'cost_center_unknown'
  | 'ledger_code_exists'
  | 'ledger_code_missing'
  | 'ledger_description_missing'
  | 'ledger_category_missing'
  | 'ledger_category_invalid'

export type ErrorCodeEntry = {
  /** The operation the manual lists it under; null where any operation can give it. */
  readonly operation: OperationName | null
  readonly meanings: readonly Meaning[]
}

const any = (...meanings: Meaning[]): ErrorCodeEntry => ({ operation: null, meanings })
const of = (operation: OperationName, ...meanings: Meaning[]): ErrorCodeEntry => ({ operation, meanings })

/** Every code that is known, in the spelling of the manual. */
export const errorCodes: Readonly<Record<string, ErrorCodeEntry>> = {
  'E001.1': of('OpenSession', 'sign_in_data_invalid'),
  'E001.2': of('OpenSession', 'administration_not_found'),
  'E001.3': of('OpenSession', 'security_code_2_invalid'),
  'E001.5': of('OpenSession', 'no_permission'),
  'E001.7': any('sign_in_not_verified'),
  'E002.1': any('session_data_invalid'),
  'E002.2': any('session_not_found'),
  'E002.3': any('session_expired'),
  'E002.4': any('session_closed'),
  'E002.5': of('OpenSessionSub', 'not_an_accountant'),
  'E003.1': of('GetMutaties', 'call_limit_reached'),

  CMUT001: of('AddMutatie', 'account_unknown_or_wrong_category'),
  'CMUT001.1': of('AddMutatie', 'account_unknown_or_wrong_category'),
  CMUT003: of('AddMutatie', 'vat_inclusion_missing'),
  'CMUT003.1': of('AddMutatie', 'vat_inclusion_invalid'),
  CMUT004: of('AddMutatie', 'date_missing_or_out_of_range'),
  CMUT005: of('AddMutatie', 'description_missing'),
  CMUT006: of('AddMutatie', 'line_count_out_of_range'),
  CMUT008: of('AddMutatie', 'mutation_kind_unknown'),
  CMUT010: of('AddMutatie', 'amounts_do_not_add_up'),
  'CMUT010.1': of('AddMutatie', 'vat_amount_does_not_match'),
  CMUT011: of('AddMutatie', 'vat_code_not_for_this_kind', 'vat_amount_does_not_match'),
  CMUT012: any('counter_account_wrong_category', 'vat_code_not_for_this_kind'),
  CMUT013: of('AddMutatie', 'invoice_number_missing'),
  CMUT014: of('AddMutatie', 'relation_code_missing', 'payment_term_missing'),
  CMUT015: of('AddMutatie', 'account_not_creditors'),
  CMUT016: of('AddMutatie', 'account_not_debtors'),
  CMUT017: of('AddMutatie', 'relation_unknown'),
  CMUT018: of('AddMutatie', 'relation_invoice_number_exists'),
  CMUT019: of('AddMutatie', 'invoice_number_exists'),
  CMUT020: of('AddMutatie', 'period_closed'),
  CMUT021: of('AddMutatie', 'only_one_line_allowed'),
  CMUT023: of('AddMutatie', 'invoice_number_missing'),
  CMUT024: of('AddMutatie', 'relation_code_missing'),
  CMUT025: of('AddMutatie', 'relation_unknown'),
  CMUT026: of('AddMutatie', 'payment_matches_no_invoice'),
  CMUT027: of('AddMutatie', 'counter_account_not_debtors'),
  CMUT028: of('AddMutatie', 'counter_account_not_creditors'),
  CMUT033: of('AddMutatie', 'vat_code_invalid'),

  CFACT004: of('AddFactuur', 'date_missing_or_out_of_range'),
  CFACT006: of('AddFactuur', 'line_count_out_of_range'),
  CFACT014: of('AddFactuur', 'payment_term_missing'),
  CFACT024: of('AddFactuur', 'relation_code_missing'),
  CFACT025: of('AddFactuur', 'relation_unknown'),
  CFACT026: of('AddFactuur', 'invoice_number_exists'),
  CFACT027: of('AddFactuur', 'invoice_template_not_chosen'),
  CFACT028: of('AddFactuur', 'invoice_template_missing'),
  CFACT029: of('AddFactuur', 'email_body_missing'),
  CFACT030: of('AddFactuur', 'email_sender_missing'),
  CFACT031: of('AddFactuur', 'email_subject_missing'),
  CFACT032: of('AddFactuur', 'booking_description_missing'),
  CFACT033: of('AddFactuur', 'direct_debit_account_missing'),
  CFACT034: of('AddFactuur', 'direct_debit_name_missing'),
  CFACT035: of('AddFactuur', 'direct_debit_city_missing'),
  CFACT036: of('AddFactuur', 'direct_debit_description_missing'),
  CFACT037: of('AddFactuur', 'article_code_missing'),
  CFACT038: of('AddFactuur', 'vat_code_missing'),
  CFACT039: of('AddFactuur', 'line_description_missing'),
  CFACT040: of('AddFactuur', 'counter_account_missing'),
  CFACT041: of('AddFactuur', 'vat_code_missing'),
  CFACT042: of('AddFactuur', 'vat_code_invalid'),
  CFACT212: of('AddFactuur', 'cost_center_unknown'),

  CGB001: of('AddGrootboekrekening', 'ledger_code_exists'),
  'CGB001.1': of('UpdateGrootboekrekening', 'ledger_code_exists'),
  CGB002: of('AddGrootboekrekening', 'ledger_description_missing'),
  'CGB002.1': of('UpdateGrootboekrekening', 'ledger_description_missing'),
  CGB005: of('AddGrootboekrekening', 'ledger_category_missing'),
  'CGB005.1': of('UpdateGrootboekrekening', 'ledger_category_missing'),
  CGB006: of('AddGrootboekrekening', 'ledger_category_invalid'),
  'CGB006.1': of('UpdateGrootboekrekening', 'ledger_category_invalid'),
  CGN003: of('AddGrootboekrekening', 'ledger_code_missing'),
  'CGN003.1': of('UpdateGrootboekrekening', 'ledger_code_missing'),

  CREL001: of('AddRelatie', 'relation_code_exists'),
}
