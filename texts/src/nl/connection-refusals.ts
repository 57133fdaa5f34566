/** Why a connection was not made, by the codes of bookkeeping/src/connections/refusal.ts. */
export const refusals = {
  code_missing: 'Vul dit veld in.',
  code_too_long: 'Dit is te lang om een code van e-Boekhouden.nl te zijn. Kopieer de code opnieuw.',
  codes_refused:
    'e-Boekhouden.nl herkent de gebruikersnaam of code 1 niet. Kopieer beide opnieuw. Staan ze misschien in elkaars veld, of zijn code 1 en code 2 verwisseld?',
  administration_not_found:
    'e-Boekhouden.nl vindt bij deze gebruikersnaam en code 1 geen administratie. Kopieer beide opnieuw.',
  security_code_2_refused:
    'e-Boekhouden.nl herkent code 2 niet. Kopieer beveiligingscode 2 opnieuw. Staan code 1 en 2 misschien in elkaars veld?',
  no_permission:
    'Deze gebruiker heeft in e-Boekhouden.nl niet genoeg rechten voor een koppeling. Geef die bij Beheer, Uw account, Gebruikers.',
  codes_not_verified: 'e-Boekhouden.nl kon deze codes niet controleren. Kopieer ze alle drie opnieuw.',
  call_limit_reached:
    'Deze administratie heeft het maximum aan opvragingen van deze maand bereikt. Koppelen kan weer vanaf de eerste van de volgende maand.',
  debtors_account_unfit:
    'In deze administratie is rekening 1300 geen debiteurenrekening, of ontbreekt die. Zet dat recht in e-Boekhouden.nl en probeer het opnieuw.',
  revenue_account_unfit:
    'In deze administratie is rekening 8000 geen omzetrekening, of ontbreekt die. Zet dat recht in e-Boekhouden.nl en probeer het opnieuw.',
  service_unreachable:
    'e-Boekhouden.nl is nu niet bereikbaar. Er is niets opgeslagen; probeer het straks opnieuw.',
  service_disturbed:
    'e-Boekhouden.nl gaf geen bruikbaar antwoord. Er is niets opgeslagen; probeer het straks opnieuw.',
}
