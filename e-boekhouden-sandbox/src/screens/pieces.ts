import { type Content, type Html, html } from './html.ts'

/** A sheet with a title. `content` brings its own room, or is put in a `body`. */
export function sheet(title: string, content: Content, beside: Content = ''): Html {
  return html`<section class="sheet"><div class="head"><h2>${title}</h2>${beside}</div>${content}</section>`
}

export function body(content: Content): Html {
  return html`<div class="body">${content}</div>`
}

/** Words and what they say; empty ones are left out. */
export function facts(pairs: readonly (readonly [name: string, value: Content])[]): Html {
  const shown = pairs.filter(([, value]) => value !== '' && value !== null && value !== undefined)
  return html`<dl class="facts">${shown.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}

export function link(address: string, content: Content): Html {
  return html`<a href="${address}">${content}</a>`
}

/** Places one can go to from here. */
export function ways(all: readonly (readonly [address: string, name: string, explanation: string])[]): Html {
  return html`<div class="sheet"><ul class="ways">${all.map(
    ([address, name, explanation]) =>
      html`<li><a href="${address}"><strong>${name}</strong><span>${explanation}</span></a></li>`,
  )}</ul></div>`
}

/** A text to take along, with a button that copies it. */
export function copyField(id: string, label: string, value: string, help: Content = ''): Html {
  return html`<div class="field"><label for="${id}">${label}</label><div class="pair"><input type="text" id="${id}" value="${value}" readonly autocomplete="off" spellcheck="false"><button type="button" data-copy="${id}" hidden><span class="word" aria-live="polite">Kopieer</span><span class="hidden"> ${label}</span></button></div>${help ? html`<p class="help">${help}</p>` : ''}</div>`
}
