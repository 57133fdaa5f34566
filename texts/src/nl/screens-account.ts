/** «Inloggen» and «Account aanmaken». */
export const account = {
  signIn: 'Inloggen',
  signInLead: 'Facturen die zichzelf boeken.',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  signInFailed: 'Inloggen is niet gelukt',
  noAccount: 'Nog geen account?',
  signUp: 'Account aanmaken',
  signUpLead: 'Maak facturen; Stella zet ze in uw boeken bij e-Boekhouden.nl.',
  name: 'Uw naam',
  organizationName: 'Naam van uw bedrijf',
  passwordHelp: 'Minstens 10 tekens. Een zin van een paar woorden is goed.',
  signUpFailed: 'Het account is niet gemaakt',
  haveAccount: 'Heeft u al een account?',
  showPassword: 'Toon of verberg het wachtwoord',
  sessionEnded: 'U bent uitgelogd. Log opnieuw in; wat u typte is bewaard.',
}
