import type { BooksView } from './books-view.ts'
import { date } from './format.ts'
import { type Content, html } from './html.ts'
import type { Crumb, Page } from './page.ts'
import { body, copyField, sheet, ways } from './pieces.ts'
import { places } from './places.ts'

/** The pages the manual of a link leads through, from «Beheer» to the three codes. */
export function managementPage(view: BooksView): Page {
  const { n } = view
  return page(view, 'Beheer', 0, {
    lead: 'Hier regelt u deze oefenadministratie.',
    content: ways([
      [places.setup(n), 'Inrichting', 'Instellingen, koppelingen en het afsluiten van perioden.'],
      [places.user(n), 'Gebruiker', 'Een ander wachtwoord en de rechten voor de koppeling.'],
    ]),
  })
}

export function setupPage(view: BooksView): Page {
  const { n } = view
  return page(view, 'Inrichting', 1, {
    content: ways([
      [places.settings(n), 'Instellingen', 'Waaronder de koppelingen met andere programma’s.'],
      [places.period(n), 'Periode afsluiten', 'In een afgesloten periode kan niets meer worden geboekt.'],
      [places.ledger(n), 'Grootboekrekeningen', 'De rekeningen met hun saldo.'],
    ]),
  })
}

export function settingsPage(view: BooksView): Page {
  return page(view, 'Instellingen', 2, {
    content: ways([
      [places.links(view.n), 'Koppelingen', 'Andere programma’s laten werken met deze boeken.'],
    ]),
  })
}

export function linksPage(view: BooksView): Page {
  return page(view, 'Koppelingen', 3, {
    content: ways([[places.api(view.n), 'API/SOAP', 'De gegevens waarmee een programma toegang krijgt.']]),
  })
}

export function apiPage(view: BooksView): Page {
  return page(view, 'API/SOAP', 4, {
    content: html`<section class="sheet"><div class="body"><p>Met de API kan een ander programma relaties en mutaties in deze boeken zetten en eruit lezen. Het heeft daarvoor drie gegevens nodig. Geef ze alleen aan een programma dat u vertrouwt.</p><form action="${places.codes(view.n)}" method="get"><button class="main">Verder</button></form></div></section>`,
  })
}

export function codesPage(view: BooksView): Page {
  const { books, parts } = view
  return page(view, 'Gegevens voor de koppeling', 5, {
    lead: 'Neem deze drie gegevens over in het programma dat u wilt koppelen.',
    content: html`<div class="columns"><section class="sheet"><div class="body">${copyField('username', 'Gebruikersnaam', books.username)}${copyField('code1', 'Beveiligingscode 1', books.code1, 'Verandert zodra het wachtwoord verandert.')}${copyField('code2', 'Beveiligingscode 2', books.code2)}</div></section><section class="sheet"><div class="body">${copyField('soap', 'SOAP-adres van deze oefenomgeving', `${parts.url}/soap.asmx`, 'Alleen nodig als het programma naar het adres vraagt.')}${copyField('guid', 'GUID van de administratie', books.guid, 'Voor accountants, die met OpenSessionSub werken.')}</div></section></div>`,
  })
}

export function periodPage(view: BooksView): Page {
  const { books, n, parts } = view
  const closed = books.closedThrough
  return page(view, 'Periode afsluiten', 2, {
    lead:
      closed === null
        ? 'Alle perioden staan open.'
        : `Tot en met ${date(closed)} kan niets meer worden geboekt.`,
    content: onlyWithControl(
      parts.control,
      html`<section class="sheet"><div class="body"><form method="post" action="${places.period(n)}"><div class="fields"><div class="field"><label for="through">Afsluiten tot en met</label><input type="date" id="through" name="through" value="${closed ?? ''}"></div><div class="actions"><button class="main">Afsluiten</button></div></div></form>${
        closed === null
          ? ''
          : html`<form method="post" action="${places.period(n)}"><input type="hidden" name="through" value=""><button>Alles weer openen</button></form>`
      }<p class="quiet small">Een boeking in een afgesloten periode wordt geweigerd met CMUT020.</p></div></section>`,
    ),
  })
}

export function userPage(view: BooksView): Page {
  const { books, n, parts } = view
  const button = (action: string, value: string, label: string) =>
    html`<form method="post" action="${places.user(n)}"><button name="${action}" value="${value}">${label}</button></form>`
  return page(view, 'Gebruiker', 1, {
    lead: `${books.username}, ${books.permission ? 'met' : 'zonder'} rechten voor de koppeling.`,
    content: onlyWithControl(
      parts.control,
      html`<div class="columns">${sheet(
        'Wachtwoord',
        body(
          html`<p>Een ander wachtwoord geeft ook een andere beveiligingscode 1. Programma’s die nog de oude gebruiken, worden dan geweigerd (E001.1).</p>${button('password', 'new', 'Wachtwoord wijzigen')}`,
        ),
      )}${sheet(
        'Rechten',
        body(
          html`<p>Zonder rechten wordt elke aanroep geweigerd met E001.5.</p>${
            books.permission
              ? button('permission', 'off', 'Rechten afnemen')
              : button('permission', 'on', 'Rechten teruggeven')
          }`,
        ),
      )}${sheet(
        'Abonnement',
        body(
          html`<p>Is het abonnement gestopt, dan wordt de administratie niet gevonden (E001.2).</p>${
            books.ended
              ? button('ended', 'off', 'Abonnement hervatten')
              : button('ended', 'on', 'Abonnement stoppen')
          }`,
        ),
      )}</div>`,
    ),
  })
}

function onlyWithControl(control: boolean, content: Content): Content {
  return control ? content : html`<p class="sheet empty">Wijzigen is hier uitgeschakeld.</p>`
}

/** `depth`: how many of the steps lie above the page. */
function page(view: BooksView, title: string, depth: number, rest: Pick<Page, 'content' | 'lead'>): Page {
  const { books, n } = view
  const steps: Crumb[] = [
    [places.management(n), 'Beheer'],
    [places.setup(n), 'Inrichting'],
    [places.settings(n), 'Instellingen'],
    [places.links(n), 'Koppelingen'],
    [places.api(n), 'API/SOAP'],
  ]
  return { ...rest, title, books, place: places.management(n), trail: steps.slice(0, depth) }
}
