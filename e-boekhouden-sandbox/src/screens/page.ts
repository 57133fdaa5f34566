import type { Administration } from '../books/administration.ts'
import type { Parts } from '../parts.ts'
import { type Content, type Html, html } from './html.ts'
import { numberOf, places } from './places.ts'

export interface Page {
  /** The h1, and the first part of the window's title. */
  title: string
  /** The administration the page is about; the first when it is about none. */
  books?: Administration
  /** The address of the place in the navigation that is lit. */
  place?: string
  /** The way here, from the top. */
  trail?: readonly Crumb[]
  /** A sentence under the title. */
  lead?: Content
  /** To the right of the title. */
  actions?: Content
  content: Content
  status?: number
}

export type Crumb = readonly [address: string, name: string]

const claim = 'Oefenomgeving: dit is niet e-Boekhouden.nl en hoort er niet bij.'

/** The whole document. Every page says, at its top and at its foot, what this is and is not. */
export function render(parts: Parts, page: Page): string {
  const books = page.books ?? parts.store.first()
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Oefenboekhouding</title>
<link rel="icon" href="/icoon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/stijl.css">
<script src="/kopieer.js" defer></script>
</head>
<body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<aside class="claim" aria-label="Wat dit is"><p class="frame"><strong>${claim}</strong> <span class="more">Hier wordt niets echt geboekt.</span></p></aside>
<header><div class="frame">${brand}${navigation(parts, books, page.place)}</div></header>
<main id="inhoud" class="frame" tabindex="-1">
${trail(page.trail)}
<div class="title"><div><h1>${page.title}</h1>${page.lead ? html`<p class="lead">${page.lead}</p>` : ''}</div>${page.actions ? html`<div class="actions">${page.actions}</div>` : ''}</div>
${page.content}
</main>
<footer><div class="frame"><p>${claim} De naam e-Boekhouden.nl is van zijn eigenaar; deze oefenboekhouding speelt alleen het SOAP-protocol na, om koppelingen mee te maken en te beproeven.</p></div></footer>
</body>
</html>`.markup
}

const brand = html`<a class="brand" href="/"><svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true"><path d="M12 6.5C10 4.9 7 4.4 3.5 4.6v13.6c3.5-.2 6.5.3 8.5 1.9 2-1.6 5-2.1 8.5-1.9V4.6C17 4.4 14 4.9 12 6.5Z"/><path d="M12 6.5v13.6" class="fold"/></svg><span>Oefenboekhouding</span></a>`

function navigation(parts: Parts, books: Administration, lit: string | undefined): Html {
  const n = numberOf(parts.store.world, books)
  const inBooks: Crumb[] = [
    [places.ledger(n), 'Grootboek'],
    [places.mutations(n), 'Mutaties'],
    [places.relations(n), 'Relaties'],
    [places.openItems(n), 'Open posten'],
    [places.invoices(n), 'Facturen'],
    [places.articles(n), 'Artikelen'],
    [places.management(n), 'Beheer'],
  ]
  const around: Crumb[] = [
    [places.requests, 'Verzoeken'],
    ...(parts.control ? [[places.faults, 'Storingen'] as const] : []),
  ]
  const link = ([address, name]: Crumb) =>
    html`<li><a href="${address}"${address === lit ? html` aria-current="page"` : ''}>${name}</a></li>`
  return html`<nav aria-label="Plaatsen"><ul>${inBooks.map(link)}</ul><ul>${around.map(link)}</ul></nav>`
}

function trail(crumbs: readonly Crumb[] | undefined): Content {
  if (!crumbs || crumbs.length === 0) return ''
  return html`<nav class="trail" aria-label="Kruimelpad"><ol>${crumbs.map(
    ([address, name]) => html`<li><a href="${address}">${name}</a></li>`,
  )}</ol></nav>`
}
