import type { Exchange } from '../handle/journal.ts'
import type { Parts } from '../parts.ts'
import { parseXml } from '../xml/parse.ts'
import { duration, moment, time } from './format.ts'
import { type Content, html } from './html.ts'
import { indentXml } from './indent-xml.ts'
import type { Page } from './page.ts'
import { body, facts, link, sheet } from './pieces.ts'
import { places } from './places.ts'
import { table } from './table.ts'
import { faultTitle } from './words.ts'

const onePage = 200

/** The journal: every request to the SOAP address, newest first. */
export function requestsPage(parts: Parts, query: URLSearchParams): Page {
  const operation = query.get('operatie') ?? ''
  const all = parts.journal.list(operation === '' ? {} : { operation })
  const operations = [...new Set(parts.journal.list().map((exchange) => exchange.operation))]
    .filter(Boolean)
    .sort()
  return {
    title: 'Verzoeken',
    place: places.requests,
    lead: 'Elk verzoek aan het SOAP-adres met het antwoord. De codes en sessies zijn onleesbaar gemaakt.',
    actions: operations.length > 1 && filterForm(operations, operation),
    content: html`<div class="sheet">${table<Exchange>(
      [
        {
          head: 'Verzoek',
          cell: ({ number }) => link(places.request(number), number),
          names: true,
          narrow: 'named',
        },
        { head: 'Tijd', cell: ({ at }) => time(at), set: 'nowrap' },
        { head: 'Operatie', cell: (exchange) => exchange.operation || 'onleesbaar' },
        { head: 'Administratie', cell: (exchange) => companyOf(parts, exchange), set: 'wide' },
        { head: 'Antwoord', cell: outcome },
        {
          head: 'Storing',
          cell: ({ faults }) =>
            faults.map((kind) => html`<span class="tag fault">${faultTitle(kind)}</span> `),
        },
        {
          head: 'Duur',
          cell: ({ durationMs }) => (durationMs === null ? '' : duration(durationMs)),
          set: 'amount',
          narrow: 'named',
        },
      ],
      all.slice(-onePage).toReversed(),
      { label: 'Verzoeken', empty: 'Er is nog geen verzoek binnengekomen.' },
    )}</div>${all.length > onePage && html`<p class="quiet">De laatste ${onePage} van ${all.length}. Alle verzoeken geeft <code>GET /_sandbox/journal</code>.</p>`}`,
  }
}

/** One request and its answer side by side. */
export function requestPage(parts: Parts, exchange: Exchange): Page {
  return {
    title: `Verzoek ${exchange.number}`,
    place: places.requests,
    trail: [[places.requests, 'Verzoeken']],
    lead: html`${exchange.operation || 'Onleesbaar verzoek'}, ${moment(exchange.at)}`,
    content: html`${sheet(
      'Verloop',
      body(
        facts([
          ['Administratie', companyOf(parts, exchange)],
          ['SOAP', exchange.soapVersion],
          ['Antwoord', outcome(exchange)],
          ['HTTP-status', exchange.status],
          ['Uitgevoerd', exchange.worked ? 'ja' : 'nee'],
          ['Storingen', exchange.faults.map((kind) => faultTitle(kind)).join(', ')],
          ['Duur', exchange.durationMs === null ? '' : duration(exchange.durationMs)],
        ]),
      ),
    )}<div class="two"><section class="sheet"><div class="head"><h2>Verzoek</h2></div><pre tabindex="0">${pretty(exchange.request)}</pre></section><section class="sheet"><div class="head"><h2>Antwoord</h2></div><pre tabindex="0">${exchange.answer === '' ? 'Er is geen antwoord gestuurd.' : pretty(exchange.answer)}</pre></section></div>`,
  }
}

function filterForm(operations: readonly string[], chosen: string): Content {
  const option = (value: string, name: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${name}</option>`
  return html`<form method="get" class="actions"><select name="operatie" aria-label="Operatie">${option('', 'Alle operaties')}${operations.map((name) => option(name, name))}</select><button>Toon</button></form>`
}

function companyOf(parts: Parts, { administration }: Exchange): string {
  return parts.store.world.administrations.get(administration ?? '')?.company ?? ''
}

function outcome({ ending, code, status }: Exchange): Content {
  if (ending === 'open') return html`<span class="mark wait">bezig</span>`
  if (ending === 'client_left') return html`<span class="mark bad">aanvrager weg</span>`
  if (ending === 'closed') return html`<span class="mark bad">verbinding gesloten</span>`
  if (ending === 'reset') return html`<span class="mark bad">verbinding afgebroken</span>`
  if (code === 'fault') return html`<span class="mark bad">SOAP-fout</span>`
  if (code !== '') return html`<span class="mark bad">geweigerd, ${code}</span>`
  return status === 200
    ? html`<span class="mark">goed</span>`
    : html`<span class="mark bad">HTTP ${status}</span>`
}

/** The source with a line per element. What is not XML stays as it came; what was cut off for its length, or has
 * more elements than a request may, gets its lines at least. */
function pretty(text: string): string {
  try {
    parseXml(text)
    return indentXml(text)
  } catch {
    return text.length > longOne ? text.replaceAll('><', '>\n<') : text
  }
}

const longOne = 20_000
