import type { Parts } from '../parts.ts'
import { isOperation, type OperationName } from '../protocol/operations.ts'
import { targetNamespace } from '../protocol/wsdl.ts'
import { contentTypes, type SoapVersion } from '../soap/envelope.ts'
import { exampleRequest, requestShape, responseShape } from '../soap/samples.ts'
import { type Html, html } from './html.ts'
import type { Page } from './page.ts'
import { body, sheet } from './pieces.ts'
import { places } from './places.ts'

/** The page of one operation, as an .asmx service has it: a form to call it, and the form of its messages. */
export function operationPage(parts: Parts, name: string): Page | undefined {
  if (!isOperation(name)) return undefined
  return {
    title: name,
    trail: [[places.protocol, 'Protocol en instellingen']],
    lead: 'Een van de twintig operaties van de SOAP-dienst.',
    content: html`${
      parts.control
        ? sheet('Aanroepen', body(callForm(parts, name)))
        : sheet(
            'Aanroepen',
            body(html`<p class="quiet">Aanroepen met een formulier is hier uitgeschakeld.</p>`),
          )
    }${messages(parts, name, '1.1')}${messages(parts, name, '1.2')}`,
  }
}

function callForm({ store, clock }: Parts, name: OperationName): Html {
  const administrations = [...store.world.administrations.values()]
  return html`<form method="post" action="${places.call(name)}"><div class="fields"><div class="field"><label for="administration">Administratie</label><select id="administration" name="administration">${administrations.map(
    ({ guid, company }) => html`<option value="${guid}">${company}</option>`,
  )}</select></div></div><div class="field"><label for="request">Verzoek</label><textarea id="request" name="request" rows="18" spellcheck="false" autocomplete="off">${exampleRequest(name, clock.today())}</textarea><p class="help">Wat tussen rechte haken staat, wordt bij het versturen ingevuld: de codes van de administratie, een nieuwe sessie en de eerste relatie.</p></div><div class="actions"><button class="main">Versturen</button></div></form>`
}

function messages({ url }: Parts, name: OperationName, version: SoapVersion): Html {
  const length = 'Content-Length: length'
  const action = version === '1.1' ? `\nSOAPAction: "${targetNamespace}/${name}"` : ''
  const request = `POST /soap.asmx HTTP/1.1\nHost: ${new URL(url).host}\nContent-Type: ${contentTypes[version]}\n${length}${action}\n\n`
  const answer = `HTTP/1.1 200 OK\nContent-Type: ${contentTypes[version]}\n${length}\n\n`
  const part = (title: string, text: string) =>
    html`<section class="sheet"><div class="head"><h2>${title}</h2></div><pre class="whole" tabindex="0">${text}</pre></section>`
  return html`<div class="two">${part(`SOAP ${version}, verzoek`, request + requestShape(name, version))}${part(
    `SOAP ${version}, antwoord`,
    answer + responseShape(name, version),
  )}</div>`
}
