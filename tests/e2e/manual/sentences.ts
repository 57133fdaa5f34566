/**
 * What the manual of the link (v1.1) asks of its reader and promises, sentence by sentence, from 2.1 to the end of
 * 3. The end-to-end walk has one step per sentence; `manual-sentences.test.ts` holds them against the manual.
 */
export const manual = {
  whereTheCodesAre:
    'Ga in e-Boekhouden.nl naar Beheer > Inrichting > Instellingen > Koppelingen > API/SOAP en klik op Verder.',
  theThreeCodes: 'In dit scherm vindt u uw Gebruikersnaam en Beveiligingscode 1 en 2.',
  neededForTheLink: 'Deze heeft u nodig voor het activeren van de koppeling.',
  theSteps: 'Om de koppeling goed in te stellen volgt u onderstaande stappen:',
  logIn: 'Log in op uw account in Stella en ga naar Voorkeuren.',
  integrations: 'Klik daarna op Integraties.',
  connect: 'Klik in het nieuwe scherm in de tegel e-Boekhouden.nl op Koppelen.',
  activate:
    'Voer in dit scherm uw gebruikersnaam en beveiligingscode 1 en 2 in en klik op Activeer koppeling.',
  connected: 'De koppeling is succesvol aangemaakt zodra u weer op de pagina bent met Integraties.',
  overview:
    'Vervolgens gaat u naar Overzicht, daar ziet u in de activiteitenlog dat de koppeling tussen e-Boekhouden.nl en Stella is gemaakt.',
  relationsLater:
    'Nieuwe relaties worden pas naar e-Boekhouden.nl gestuurd als u voor het eerst een factuur voor deze klant heeft aangemaakt in Stella.',
  clean: 'Op deze manier houden we uw administratie zo schoon mogelijk.',
  booked:
    'Als u een factuur definitief heeft gemaakt dan wordt deze binnen enkele minuten verwerkt als mutatie in e-Boekhouden.nl.',
  accounts: 'Deze mutatie wordt geboekt op debiteurenrekening 1300 en omzetrekening 8000.',
  log: 'In uw activiteitenlogs in Stella ziet u steeds per factuur en per relatie of deze succesvol is verwerkt in e-Boekhouden.nl.',
  failed: 'Ziet u in de activiteitenlogs dat dit niet is gelukt?',
  support: 'Neem dan contact op met de support van Stella.',
  cause: 'Zij kunnen in dat geval zien wat de oorzaak is en helpen het op te lossen.',
} as const

/** The words on the tile and on the screen «Activeer koppeling», as the manual's pictures show them. */
export const manualScreens = {
  title: 'Activeer koppeling',
  lead: 'Geef Stella toegang tot jouw e-Boekhouden.nl administratie',
  code1: 'Code 1',
  code2: 'Code 2',
  tileCategory: 'Boekhouden',
  tileText:
    'Koppel Stella aan e-Boekhouden.nl. Stella verwerkt dan automatisch je klanten en verkoopfacturen in de boekhouding.',
} as const
