import { describeFault, type FaultKind, faultKindNames } from '../faults/kinds.ts'
import type { FaultState } from '../handle/faults.ts'
import type { Parts } from '../parts.ts'
import { operationNames } from '../protocol/operations.ts'
import { count } from './format.ts'
import { type Content, type Html, html } from './html.ts'
import type { Page } from './page.ts'
import { places } from './places.ts'

/** Every fault with a switch of its own, and a form to aim it. */
export function faultsPage(parts: Parts, problem = ''): Page {
  const rules = parts.faults.list()
  return {
    title: 'Storingen',
    place: places.faults,
    status: problem === '' ? 200 : 422,
    lead: 'Zet aan wat er mis moet gaan. Een storing raakt elke aanroep waarop zij past, tot u haar weer uitzet, of precies de aanroepen waarop u haar richt.',
    actions:
      rules.length > 0 &&
      html`<form method="post" action="${places.faults}"><button name="clear" value="all">Alles uit</button></form>`,
    content: html`${problem !== '' && html`<p class="sheet empty" role="alert">De storing is niet aangezet. ${problem}</p>`}<div class="sheet"><div class="rows">${faultKindNames.map(
      (kind) =>
        row(
          parts,
          kind,
          rules.filter((rule) => rule.kind === kind),
        ),
    )}</div></div>`,
  }
}

function row(parts: Parts, kind: FaultKind, rules: readonly FaultState[]): Html {
  const { title, explanation } = describeFault(kind)
  const on = rules.length > 0
  const id = `fault-${kind}`
  return html`<section class="row" aria-labelledby="${id}"><div class="top"><div><h2 id="${id}" class="name">${title}</h2><p class="quiet">${explanation}</p></div><form method="post" action="${places.faults}"><input type="hidden" name="kind" value="${kind}"><button class="switch" role="switch" aria-checked="${on ? 'true' : 'false'}" aria-labelledby="${id}" name="turn" value="${on ? 'off' : 'on'}"><span aria-hidden="true">${on ? 'Aan' : 'Uit'}</span><i></i></button></form></div>${
    on && html`<ul class="active">${rules.map((rule) => active(parts, rule))}</ul>`
  }<details><summary>Richten<span class="hidden"> van ${title}</span></summary>${aimForm(parts, kind)}</details></section>`
}

function active(parts: Parts, rule: FaultState): Html {
  return html`<li><span>${aimWords(parts, rule)}: ${count(rule.hits, 'keer', 'keer')} geraakt van ${count(rule.aimed, 'aanroep', 'aanroepen')}</span><form method="post" action="${places.fault(rule.id)}"><button class="low">Weghalen</button></form></li>`
}

function aimWords(parts: Parts, rule: FaultState): string {
  const { operation, administration, from, times, share, seed } = rule
  const company = parts.store.world.administrations.get(administration ?? '')?.company ?? administration
  return [
    operation === undefined ? 'elke operatie' : [operation].flat().join(', '),
    company && `alleen ${company}`,
    from !== undefined && `vanaf de ${from}e aanroep`,
    times !== undefined && `hoogstens ${count(times, 'keer', 'keer')}`,
    share !== undefined && `${Math.round(share * 100)} % van de aanroepen (zaad ${seed ?? 1})`,
    ...parameterWords(rule),
  ]
    .filter(Boolean)
    .join(', ')
}

function parameterWords(rule: FaultState): string[] {
  const { moment, seconds, status, code, subject, through, variant } = rule
  return [
    moment === undefined ? '' : moment === 'before' ? 'voor het uitvoeren' : 'na het uitvoeren',
    seconds === undefined ? '' : `${seconds} s`,
    status === undefined ? '' : `HTTP ${status}`,
    code ?? '',
    subject ?? '',
    through ?? '',
    variant === undefined ? '' : variantNames[variant],
  ]
}

const momentNames = { before: 'Voor het uitvoeren', after: 'Na het uitvoeren' }
const variantNames = {
  latin1: 'Latin-1',
  utf16: 'UTF-16',
  bom: 'UTF-8 met BOM',
  undeclared: 'Latin-1, niet genoemd',
}

/** The fields a kind takes, then those every kind takes. */
function aimForm(parts: Parts, kind: FaultKind): Html {
  const { defaults, operations = operationNames } = describeFault(kind)
  const id = (name: string) => `${kind}-${name}`
  const field = (name: string, label: string, input: Html) =>
    html`<div class="field"><label for="${id(name)}">${label}</label>${input}</div>`
  const text = (name: string, label: string, value: Content, placeholder = '') =>
    field(
      name,
      label,
      html`<input type="text" id="${id(name)}" name="${name}" value="${value}" placeholder="${placeholder}" autocomplete="off">`,
    )
  const number = (name: string, label: string, value: Content, step = '1') =>
    field(
      name,
      label,
      html`<input type="number" id="${id(name)}" name="${name}" value="${value}" min="0" step="${step}">`,
    )
  const choice = (
    name: string,
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
  ) =>
    field(
      name,
      label,
      html`<select id="${id(name)}" name="${name}">${options.map(([value, words]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words}</option>`)}</select>`,
    )
  const { moment, seconds, status, code, subject, through, variant } = defaults
  const companies = [...parts.store.world.administrations.values()].map(
    ({ guid, company }): [string, string] => [guid, company],
  )
  return html`<form method="post" action="${places.faults}"><input type="hidden" name="kind" value="${kind}"><div class="fields">${
    moment && choice('moment', 'Wanneer', Object.entries(momentNames), moment)
  }${seconds !== undefined && number('seconds', 'Seconden', seconds, '0.1')}${status !== undefined && number('status', 'HTTP-status', status)}${
    code !== undefined && text('code', 'Code', code)
  }${subject !== undefined && text('subject', kind === 'account_missing' ? 'Rekening' : 'Relatiecode', subject, 'die van de mutatie')}${
    through !== undefined && text('through', 'Tot en met', through)
  }${variant !== undefined && choice('variant', 'Tekenset', Object.entries(variantNames), variant)}${choice(
    'operation',
    'Operatie',
    [['', 'Alle waarop zij past'], ...operations.map((name): [string, string] => [name, name])],
    '',
  )}${choice('administration', 'Administratie', [['', 'Alle'], ...companies], '')}${number('from', 'Vanaf de hoeveelste', '')}${number('times', 'Hoogstens zo vaak', '')}${number('share', 'Deel van de aanroepen, in %', '')}${number('seed', 'Zaad', '')}</div><div class="actions"><button class="main" name="turn" value="aimed">Gericht aanzetten</button></div></form>`
}
