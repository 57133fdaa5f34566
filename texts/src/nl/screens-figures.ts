/** The pictures of «Overzicht», each with its table. */
export const figures = {
  label: 'Cijfers van uw zaak',
  months: 'Gefactureerd per maand, zonder btw',
  more: (amount: string, month: string) => `${amount} meer dan in ${month}.`,
  less: (amount: string, month: string) => `${amount} minder dan in ${month}.`,
  same: (month: string) => `Evenveel als in ${month}.`,
  inMonth: (month: string, amount: string, year: string, before: string) =>
    `${month}: ${amount}; in ${year} ${before}`,
  asTable: 'Toon als tabel',
  month: 'Maand',
  open: 'Nog te ontvangen',
  age: 'Ouderdom',
  ages: {
    not_due: 'Nog niet vervallen',
    days_1_30: '1–30 dagen te laat',
    days_31_60: '31–60 dagen',
    days_over_60: 'Meer dan 60 dagen',
  },
  count: 'Aantal',
  amount: 'Bedrag',
  vat: 'Btw van dit kwartaal, tot nu toe',
  rate: 'Tarief',
  net: 'Omzet',
  vatColumn: 'Btw',
  together: 'Samen',
  noVat: 'Dit kwartaal is er nog niets gefactureerd.',
}
