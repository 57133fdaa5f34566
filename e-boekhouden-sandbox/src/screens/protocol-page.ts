import type { Settings } from '../handle/settings.ts'
import type { Parts } from '../parts.ts'
import { operationNames } from '../protocol/operations.ts'
import { moment } from './format.ts'
import { type Content, html } from './html.ts'
import type { Page } from './page.ts'
import { body, copyField, facts, link, sheet } from './pieces.ts'
import { places } from './places.ts'

/** What is spoken here, and how the service is played where the real one is not known. */
export function protocolPage(parts: Parts): Page {
  return {
    title: 'Protocol en instellingen',
    lead: 'SOAP 1.1 en 1.2, document/literal, de twintig operaties van de WSDL.',
    content: html`<div class="columns">${sheet(
      'Adressen',
      body(
        html`${copyField('soap', 'SOAP-adres', `${parts.url}/soap.asmx`)}${copyField('wsdl', 'WSDL', `${parts.url}/soap.asmx?WSDL`)}`,
      ),
    )}${sheet('Operaties', body(html`<ul class="tags">${operationNames.map((name) => html`<li>${link(places.operation(name), name)}</li>`)}</ul>`))}</div>${
      parts.control
        ? settingsForm(parts)
        : sheet('Instellingen', body(html`<p class="quiet">Wijzigen is hier uitgeschakeld.</p>`))
    }${sheet(
      'Klok',
      body(
        html`${facts([['In deze omgeving is het', moment(parts.clock.now().toISOString())]])}<p class="quiet small">Tests zetten de klok met <code>PUT /_sandbox/clock</code>.</p>`,
      ),
    )}`,
  }
}

function settingsForm({ store }: Parts): Content {
  const { settings } = store.world
  const choice = (
    name: keyof Settings,
    label: string,
    options: readonly (readonly [string, string])[],
    help: string,
  ) =>
    html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
      ([value, words]) =>
        html`<option value="${value}"${settings[name] === value ? html` selected` : ''}>${words}</option>`,
    )}</select><p class="help">${help}</p></div>`
  const number = (name: keyof Settings, label: string, min: number, step: number | 'any' = 1) =>
    html`<div class="field"><label for="${name}">${label}</label><input type="number" min="${min}" step="${step}" id="${name}" name="${name}" value="${settings[name]}"></div>`
  return sheet(
    'Instellingen',
    body(
      html`<form method="post" action="${places.protocol}"><div class="fields">${choice(
        'duplicateInvoiceNumbers',
        'Hetzelfde factuurnummer nog eens',
        [
          ['refused', 'Weigeren'],
          ['accepted', 'Ook boeken'],
        ],
        'CMUT018 en CMUT019',
      )}${choice(
        'vatCheck',
        'Controle van de btw',
        [
          ['cent', 'Eén cent speling'],
          ['strict', 'Precies'],
        ],
        'CMUT010.1',
      )}${choice(
        'errorCodes',
        'Foutcodes',
        [
          ['dotless', 'Zonder punt: E0023'],
          ['dotted', 'Met punt: E002.3'],
        ],
        'Beide komen voor',
      )}${choice(
        'successMessage',
        'Melding als het gelukt is',
        [
          ['empty', 'Lege ErrorMsg'],
          ['fields', 'ErrorMsg met twee lege velden'],
        ],
        'Een enkel programma struikelt over een van beide',
      )}${choice(
        'administrationList',
        'GetAdministraties noemt',
        [
          ['opened', 'De geopende administratie'],
          ['user', 'Alle van de gebruiker'],
          ['accountants', 'Niets: alleen voor accountants'],
        ],
        'E002.5 voor wie geen accountant is',
      )}${choice(
        'officeBooks',
        'Codes van een accountantskantoor openen',
        [
          ['own', 'Ook boeken van het kantoor zelf'],
          ['none', 'Alleen boeken van klanten'],
        ],
        'E001.2 zonder boeken',
      )}${choice(
        'emptyValues',
        'Lege getallen en datums',
        [
          ['lenient', 'Gelden als weggelaten'],
          ['strict', 'Zijn een fout'],
        ],
        'Zoals .NET, of ruimer',
      )}${number('sessionMinutes', 'Sessie duurt, in minuten', 0, 'any')}${number('mutationCallsPerMonth', 'GetMutaties per maand', 0)}${number('mutationsPerAnswer', 'Mutaties per antwoord', 1)}</div><div class="actions"><button class="main">Bewaren</button></div></form>`,
    ),
  )
}
