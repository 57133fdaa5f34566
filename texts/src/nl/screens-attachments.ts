/** Bestanden die meegaan met facturen: in de editor, bij een definitieve factuur, en wat altijd meegaat. */
export const attachments = {
  title: 'Bijlagen',
  lead: 'Gaan mee met de mail en staan op de pagina van de klant. PDF, JPEG of PNG, samen hooguit 10 MB.',
  add: 'Bijlage toevoegen',
  remove: (name: string) => `Haal ${name} weg`,
  removed: 'De bijlage is weggehaald.',
  always: 'gaat altijd mee',
  notAdded: 'De bijlage is niet toegevoegd',
  notRemoved: 'De bijlage is niet weggehaald',
  tooLarge: 'Dit bestand is te groot. Een bijlage is hooguit 10 MB.',
  unavailable: 'De bijlagen kunnen nu niet worden getoond',
  alwaysTitle: 'Gaat altijd mee',
  alwaysLead:
    'Bijvoorbeeld uw algemene voorwaarden: gaat mee met elke factuur die u vanaf nu definitief maakt, niet met creditfacturen. PDF, JPEG of PNG; hooguit 5 bestanden.',
  alwaysNone: 'Er gaat nog niets altijd mee.',
  alwaysRemoved: 'Dit gaat niet meer mee. Bij facturen die al definitief zijn, blijft het.',
}
