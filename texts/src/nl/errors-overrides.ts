/** Refusals of «al geboekt», «niet boeken» and of old invoices that go to the books. */
export const overrideErrors = {
  backfill_running: {
    title: 'Er gaan al facturen naar uw boeken',
    detail: 'Wacht tot dat klaar is, of beëindig het eerst.',
  },
  backfill_changed: {
    title: 'Kijk opnieuw',
    detail:
      'Wat Stella zou doen, is veranderd sinds u keek, of iemand anders heeft het al bevestigd. Er is niets gedaan.',
  },
  backfill_empty: {
    title: 'Niets gekozen',
    detail: 'Kies eerst welke facturen naar uw boeken gaan.',
  },
  backfill_undecided: {
    title: 'Kies nog',
    detail: 'Van een klant is nog niet gekozen of hij een relatie is die er al staat.',
  },
  not_adoptable: {
    title: 'Zoek de mutatie opnieuw op',
    detail:
      'Stella kan deze mutatie niet voor deze factuur gebruiken. Zoek haar opnieuw op en kijk wat er staat.',
  },
  not_overridable: {
    title: 'Dit kan nu niet',
    detail: 'Kijk opnieuw hoe deze factuur ervoor staat.',
  },
  override_built_on: {
    title: 'Dit blijft zo',
    detail: 'Een creditfactuur bouwt hierop voort, of er zijn sindsdien andere boeken gekoppeld.',
  },
}
