import type { DocumentLanguage, OrganizationProfile } from '@stella/invoicing'
import { filled } from '../languages/words.ts'
import { escaped } from '../letters/html-of.ts'
import { accentsOf } from '../pdf/colour.ts'
import { pageWords } from './page-words.ts'
import { styleOf } from './style.ts'

type Page = {
  readonly language: DocumentLanguage
  readonly title: string
  readonly accents: { readonly rules: string; readonly amounts: string }
  readonly sender: OrganizationProfile
  readonly script: string | null
  readonly logo: string | null
  readonly skip: string
  readonly note: string
  readonly foot: readonly string[]
  /** As HTML. */
  readonly main: string
}

/** What stands around everything behind a link: the paper of the sender, never indexed, telling nobody who came. */
export function page(given: Page): string {
  const { accents, foot, language, logo, main, note, script, sender, skip, title } = given
  const { address, city, email, name, phone, postalCode } = sender
  const where = [address, [postalCode, city].filter((part) => part !== null).join(' ')]
  const lines = [[logo === null ? null : name], where, [phone, email]]
    .map((parts) => parts.filter((part) => part !== null && part !== '').join(' · '))
    .filter((line) => line !== '')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${styleOf(accents)}</style>
${script === null ? '' : `<script src="${escaped(script)}" defer></script>`}
</head>
<body>
<a class="skip" href="#inhoud">${escaped(skip)}</a>
<header><div class="grid">${nameOf(name, logo)}<address>${lines.map(escaped).join('<br>')}</address></div></header>
<main id="inhoud">${main}</main>
<footer>${foot.length === 0 ? '' : `<p>${foot.map(escaped).join(' · ')}</p>`}<p>${escaped(note)}</p></footer>
</body>
</html>
`
}

/** The logo stands for the name; what the sender is called stands beside it too, where the law wants it. */
function nameOf(name: string, logo: string | null): string {
  return logo === null
    ? `<p class="name">${escaped(name)}</p>`
    : `<p class="name"><img class="logo" src="${escaped(logo)}" alt="${escaped(name)}"></p>`
}

/** What an address shows that is no link, or one that was copied in part. */
export function unknownPage(language: DocumentLanguage): string {
  const { unknown: title, unknownWhy: text } = pageWords[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${styleOf(accentsOf(null))}</style>
</head>
<body><main><h1>${escaped(title)}</h1><p class="why">${escaped(text)}</p></main></body>
</html>
`
}

/** What a link that was taken back shows: who sent it, and nothing of the invoice. */
export function revokedPage(sender: OrganizationProfile, language: DocumentLanguage): string {
  const own = pageWords[language]
  const { email, name, phone } = sender
  return page({
    language,
    title: own.revoked,
    accents: accentsOf(null),
    sender: { ...sender, email, phone },
    script: null,
    logo: null,
    skip: own.toInvoice,
    note: own.noCookies,
    foot: [],
    main: `<h1>${escaped(own.revoked)}</h1><p class="why">${escaped(filled(own.revokedBy, { sender: name }))}</p>`,
  })
}
