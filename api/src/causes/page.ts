import {
  type CauseClass,
  type CauseCode,
  causeCodes,
  causeOfServiceCode,
  causes,
  mayBeInBooks,
  triedAgain,
} from '@stella/bookkeeping'
import { type Language, languages, type Texts, textsIn } from '@stella/texts'
import { styleOfCauses } from './page-style.ts'

/** Where it stands; each cause is an anchor in it, by its code, and each of a mail by `mail-` and its code. */
export const causePagePath = '/meer-hierover'

const classes: readonly CauseClass[] = ['needs_person', 'pause', 'try_again']

/** «Meer hierover»: every cause there is, for people, as HTML. */
export function causePage(language: Language): string {
  const { api, causePage: words, messageCauses } = textsIn(language)
  const other = languages.find((it) => it !== language) ?? language
  const groups = classes.map((kind) => ({
    id: kind,
    title: words.classes[kind],
    parts: causeCodes
      .filter((code) => causes[code].class === kind)
      .map((code) => ({ code, title: titleOf(code, language), html: causeHtml(code, language) })),
  }))
  const ended = definitions([
    [words.why, api.disconnected.why],
    [words.next, api.disconnected.next],
  ])
  const mails = Object.entries(messageCauses).map(([code, why]) => section(`mail-${code}`, why, ''))
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.title)} · Stella</title>
<style>${styleOfCauses}</style>
</head>
<body>
<a class="skip" href="#oorzaken">${escaped(words.toCauses)}</a>
<header><a href="/">${escaped(words.toStella)}</a><a href="${causePagePath}?taal=${other}" lang="${other}" hreflang="${other}">${escaped(words.otherLanguage)}</a></header>
<main id="oorzaken">
<h1>${escaped(words.title)}</h1>
<p class="lead">${escaped(words.lead)}</p>
<nav aria-label="${escaped(words.contents)}"><ul>${[...groups, { id: 'disconnected', title: words.disconnected }, { id: 'mails', title: words.mails }].map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('')}</ul></nav>
${groups.map(({ id, parts, title }) => `<h2 id="${id}">${escaped(title)}</h2>\n${parts.map((part) => section(part.code, part.title, part.html)).join('\n')}`).join('\n')}
<h2 id="disconnected">${escaped(words.disconnected)}</h2>
<section>${ended}</section>
<h2 id="mails">${escaped(words.mails)}</h2>
<p>${escaped(words.mailsLead)}</p>
${mails.join('\n')}
</main>
</body>
</html>
`
}

/** What is the matter; where several causes have that in common, why. */
function titleOf(code: CauseCode, language: Language): string {
  const { causes: sentences } = textsIn(language)
  const { what, why } = sentences[code]
  return causeCodes.filter((other) => sentences[other].what === what).length > 1 ? why : what
}

/** What it says of one cause of the link. */
function causeHtml(code: CauseCode, language: Language): string {
  const { causePage: words, causes: sentences, relationCauses } = textsIn(language)
  const { actor, class: kind, mend } = causes[code]
  const { next, what, why } = sentences[code]
  const ofRelation = Object.entries(relationCauses).find(([known]) => known === code)?.[1]
  return definitions([
    titleOf(code, language) === what ? [words.why, why] : [words.what, what],
    [words.who, words.actors[actor]],
    [words.next, next],
    [words.aboutRelation, relationText(ofRelation)],
    [words.where, words.places[mend]],
    [words.again, words.tries[triedAgain(code)]],
    // Of what passes by itself it is looked up whether it is there.
    [words.inBooks, kind === 'try_again' ? '' : mayBeInBooks(code) ? words.mayBeInBooks : words.notInBooks],
    [words.serviceCodes, serviceCodesOf(code).join(', ')],
  ])
}

function relationText(sentences: Texts['causes'][CauseCode] | undefined): string {
  return sentences === undefined ? '' : `${sentences.why} ${sentences.next}`
}

/** The codes of e-Boekhouden.nl that mean it, as its manual writes them. */
function serviceCodesOf(code: CauseCode): string[] {
  return Object.entries(causeOfServiceCode)
    .filter(([, cause]) => cause === code)
    .map(([serviceCode]) => serviceCode)
}

function section(id: string, title: string, html: string): string {
  return `<section id="${id}"><h3>${escaped(title)}</h3>${html}</section>`
}

function definitions(rows: readonly (readonly [term: string, text: string])[]): string {
  const shown = rows.filter(([, text]) => text !== '')
  return `<dl>${shown.map(([term, text]) => `<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`).join('')}</dl>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
