import type { Report } from '@stella/documents'
import { cents, parseAmount } from '@stella/invoicing'
import { type Language, type Texts, textsIn } from '@stella/texts'
import type { z } from 'zod'
import { euros } from '../http/euros.ts'
import type { Reconciliation } from './contract.ts'

type Compared = NonNullable<z.infer<typeof Reconciliation>['compared']>
type Section = Report['sections'][number]
type Wording = {
  readonly compared: Compared
  readonly screen: Texts['screens']['reconciliation']
  readonly words: Texts['csv']['reconciliation']
  readonly money: (amount: string) => string
  /** In whole cents, so that no sum is a cent off. */
  readonly sum: (amounts: readonly string[]) => string
  readonly moment: (instant: string) => string
}

/** Nobody reads more on paper, and every page costs; the CSV has all. */
const MOST_DIFFERENCES = 500

/** A comparison as a report for the file of the bookkeeper, in words. */
export function reportOf(
  { compared, from, until }: { compared: Compared; from: string; until: string },
  about: { organization: string; books: string; now: Date },
  language: Language,
): Report {
  const { csv, screens } = textsIn(language)
  const { report } = csv.reconciliation
  const wording: Wording = {
    compared,
    screen: screens.reconciliation,
    words: csv.reconciliation,
    money: (amount) => moneyIn(parseAmount(amount), language),
    sum: (amounts) =>
      moneyIn(
        amounts.reduce((sum, amount) => sum + parseAmount(amount), 0n),
        language,
      ),
    moment: (instant) => momentIn(instant, language),
  }
  const [year = 0, month = 0, day = 0] = about.now.toISOString().slice(0, 10).split('-').map(Number)
  return {
    title: screens.reconciliation.title,
    language,
    organization: about.organization,
    date: { year, month, day },
    facts: [
      { label: report.period, value: report.between(dayIn(from, language), dayIn(until, language)) },
      { label: report.books, value: about.books },
      { label: report.looked, value: lookedAt(wording) },
      {
        label: report.documents,
        value: screens.reconciliation.agreeing(compared.agreeing, compared.documents),
      },
    ],
    verdict: verdictOf(wording),
    isClean: compared.isClean,
    sections: [codes(wording), accounts(wording), differences(wording), icp(wording)].filter(
      (section) => section.rows.length > 0,
    ),
    pageWords: report.page,
  }
}

function verdictOf({ compared: { differences: all, isClean }, screen }: Wording): string {
  if (!isClean) return screen.differs(all.filter(({ acceptance }) => acceptance === null).length)
  return all.length === 0 ? screen.clean : screen.cleanBut(all.length)
}

function lookedAt({ compared: { by, readAt }, moment, words: { report } }: Wording): string {
  return by === null ? report.byItself(moment(readAt)) : report.by(by, moment(readAt))
}

function codes({ compared: { rows }, money, screen, sum }: Wording): Section {
  const sides = [screen.stella, screen.books, screen.difference]
  const ofSums = ({ net, vat }: { net: string; vat: string }) => [money(net), money(vat)]
  const names: Readonly<Record<string, string>> = screen.codes
  const added = (of: (row: Compared['rows'][number]) => string) => sum(rows.map(of))
  return {
    title: screen.table,
    lead: screen.foot,
    columns: [
      { title: screen.codeAndBox, isNumber: false },
      ...sides.flatMap((side) => [
        { title: `${side}\n${screen.net}`, isNumber: true },
        { title: `${side}\n${screen.vat}`, isNumber: true },
      ]),
    ],
    rows: rows.map(({ books, box, difference, stella, vatCode }) => [
      `${names[vatCode] ?? vatCode}\n${box === null ? screen.noBox : screen.box(box)}`,
      ...[stella, books, difference].flatMap(ofSums),
    ]),
    total: [
      screen.together,
      added(({ stella }) => stella.net),
      added(({ stella }) => stella.vat),
      added(({ books }) => books.net),
      added(({ books }) => books.vat),
      added(({ difference }) => difference.net),
      added(({ difference }) => difference.vat),
    ],
  }
}

function accounts({ compared, money, screen, words }: Wording): Section {
  const sides = [screen.stella, screen.books, screen.difference]
  return {
    title: screen.accountTable,
    lead: null,
    columns: [
      { title: screen.account, isNumber: false },
      ...sides.map((title) => ({ title, isNumber: true })),
    ],
    rows: (compared.accounts ?? []).map(({ account, books, difference, side, stella }) => [
      words[side](account ?? words.noAccount),
      ...[stella, books, difference].map(money),
    ]),
    total: null,
  }
}

function differences({ compared, moment, money, screen, words }: Wording): Section {
  const all = compared.differences
  return {
    title: screen.causes,
    lead: all.length > MOST_DIFFERENCES ? words.report.first(MOST_DIFFERENCES, all.length) : null,
    columns: [
      { title: words.partDifference, isNumber: false },
      { title: screen.net, isNumber: true },
      { title: screen.vat, isNumber: true },
    ],
    rows: all
      .slice(0, MOST_DIFFERENCES)
      .map(({ acceptance, detail, title, total }) => [
        `${title}\n${acceptance === null ? detail : screen.accepted(acceptance.by, acceptance.reason, moment(acceptance.at))}`,
        money(total.net),
        money(total.vat),
      ]),
    total: null,
  }
}

function icp({ compared, money, screen, sum }: Wording): Section {
  const [goods, services] = [compared.icp.map((row) => row.goods), compared.icp.map((row) => row.services)]
  const box = compared.rows.filter((row) => row.box === '3b')
  const [stella, books] = [box.map((row) => row.stella.net), box.map((row) => row.books.net)]
  return {
    title: screen.icp,
    lead: `${screen.icpLead} ${screen.icpBox(sum([...goods, ...services]), sum(stella), sum(books))}`,
    columns: [
      { title: screen.vatNumber, isNumber: false },
      { title: screen.customer, isNumber: false },
      { title: screen.goods, isNumber: true },
      { title: screen.services, isNumber: true },
    ],
    rows: compared.icp.map((row) => [
      row.vatNumber ?? screen.noVatNumber,
      row.customer,
      money(row.goods),
      money(row.services),
    ]),
    total: [screen.together, '', sum(goods), sum(services)],
  }
}

/** With the sign in front, as on the screens: «−€ 50,00». */
function moneyIn(amount: bigint, language: Language): string {
  return amount < 0n ? `−${euros(cents(-amount), language)}` : euros(cents(amount), language)
}

/** As in «22 november 2026». */
function dayIn(day: string, language: Language): string {
  const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language, form).format(new Date(`${day}T12:00:00Z`))
}

/** As in «22 november 2026 om 14:30». */
function momentIn(instant: string, language: Language): string {
  const zone = { timeZone: 'Europe/Amsterdam' } as const
  const form = { dateStyle: 'long', timeStyle: 'short', ...zone } as const
  return new Intl.DateTimeFormat(language, form).format(new Date(instant))
}
