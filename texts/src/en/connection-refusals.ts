import type { refusals as dutchRefusals } from '../nl/connection-refusals.ts'

export const refusals = {
  code_missing: 'Fill in this field.',
  code_too_long: 'This is too long to be a code of e-Boekhouden.nl. Copy the code again.',
  codes_refused:
    'e-Boekhouden.nl does not recognise the user name or code 1. Copy both again. Are they perhaps in each other’s field, or are codes 1 and 2 swapped?',
  administration_not_found:
    'e-Boekhouden.nl finds no administration for this user name and code 1. Copy both again.',
  security_code_2_refused:
    'e-Boekhouden.nl does not recognise code 2. Copy security code 2 again. Are codes 1 and 2 perhaps in each other’s field?',
  no_permission:
    'This user does not have enough rights in e-Boekhouden.nl for a connection. Give them under Beheer, Uw account, Gebruikers.',
  codes_not_verified: 'e-Boekhouden.nl could not verify these codes. Copy all three again.',
  call_limit_reached:
    'This administration has reached its maximum of queries for this month. Connecting is possible again from the first of next month.',
  debtors_account_unfit:
    'In this administration account 1300 is not a debtors account, or does not exist. Put that right in e-Boekhouden.nl and try again.',
  revenue_account_unfit:
    'In this administration account 8000 is not a revenue account, or does not exist. Put that right in e-Boekhouden.nl and try again.',
  service_unreachable: 'e-Boekhouden.nl cannot be reached right now. Nothing was stored; try again later.',
  service_disturbed: 'e-Boekhouden.nl gave no usable answer. Nothing was stored; try again later.',
} satisfies typeof dutchRefusals
