import { openItems, totalOutstanding } from '../books/balances.ts'
import type { Parts } from '../parts.ts'
import { amount } from './format.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import { body, copyField, link, sheet } from './pieces.ts'
import { places } from './places.ts'
import { table } from './table.ts'

export function startPage(parts: Parts): Page {
  const all = [...parts.store.world.administrations.values()].map((books, at) => ({ books, n: at + 1 }))
  return {
    title: 'Oefenboekhouding',
    lead: 'Een plek om koppelingen met e-Boekhouden.nl te maken en te beproeven: het SOAP-protocol, boeken waarin u kunt kijken, en storingen op verzoek.',
    content: html`${sheet(
      'Administraties',
      table(
        [
          {
            head: 'Administratie',
            cell: ({ books, n }) => link(places.books(n), books.company),
            names: true,
            set: 'wide',
          },
          { head: 'Gebruikersnaam', cell: ({ books }) => books.username, set: 'wide' },
          { head: 'Relaties', cell: ({ books }) => books.relations.length, set: 'amount', narrow: 'named' },
          { head: 'Mutaties', cell: ({ books }) => books.mutations.length, set: 'amount', narrow: 'named' },
          {
            head: 'Te ontvangen',
            cell: ({ books }) => amount(totalOutstanding(openItems(books, 'Debiteuren'))),
            set: 'amount',
            narrow: 'named',
          },
          { head: 'Codes', cell: ({ n }) => link(places.api(n), 'API/SOAP') },
        ],
        all,
        { label: 'Administraties', empty: '' },
      ),
      parts.control &&
        html`<form method="post" action="${places.newAdministration}"><button class="low">Administratie toevoegen</button></form>`,
    )}<div class="columns">${sheet(
      'Een programma koppelen',
      body(
        html`<p>Geef het programma de drie codes van een administratie. U vindt ze zoals bij de echte dienst: ${link(places.management(1), 'Beheer')} › Inrichting › Instellingen › Koppelingen › API/SOAP, knop Verder.</p>${copyField('soap', 'SOAP-adres', `${parts.url}/soap.asmx`)}`,
      ),
    )}${sheet(
      'Voor wie een koppeling bouwt',
      body(
        html`<p>${link('/soap.asmx?WSDL', 'De WSDL')}, ${link(places.protocol, 'het protocol en de instellingen')}, ${link(places.requests, 'alle verzoeken')}${
          parts.control && html` en ${link(places.faults, 'storingen op verzoek')}`
        }.</p><p class="quiet">${
          parts.control
            ? html`Tests besturen deze omgeving met <code>${parts.url}/_sandbox</code>.`
            : 'Besturing en storingen zijn hier uitgeschakeld.'
        }</p>`,
      ),
    )}</div>`,
  }
}
