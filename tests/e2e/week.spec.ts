import type { APIRequestContext } from '@playwright/test'
import type { Screen } from '../program/running-program.ts'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company } from './program/invoices.ts'
import { compareDocuments, type Final } from './walk/compare-documents.ts'
import { readPaper } from './walk/paper.ts'
import { connect, makeFinal } from './walk/screens.ts'

/** A phone, on which the second half of the week is done, and all of it is looked at again. */
const phone = { width: 390, height: 844 }
const wide = { width: 1440, height: 900 }

test('a week of invoices: what the customer reads, what his machine reads and what the books say is the same cent', async ({
  page,
  program,
  control,
  words,
}) => {
  const { invoicePage } = words
  await signUp(page, program, 'Van Dijk Installatie')
  const administration = await control.newAdministration('Van Dijk Installatie')
  await connect(page, administration)
  const make = making(page.request, program)
  const finals: Final[] = []

  await test.step('Monday: the company has a colour, and a product is sold with a discount, seen as it is typed', async () => {
    await page.goto('/voorkeuren/bedrijf')
    await page.getByLabel(words.company.accentColor, { exact: true }).fill('a8481c')
    await page.getByRole('button', { name: words.company.save }).click()
    await expect(page.getByText(words.company.savedNotice)).toBeVisible()
    await make.product({ code: 'UUR', description: 'Arbeid monteur', unitPrice: '62.50' })
    const customerId = await make.customer(company('Lindeman Architecten'))
    await page.goto(`/facturen/nieuw?klant=${customerId}`)
    const description = page.getByRole('combobox', { name: words.invoiceForm.descriptionOf(1) })
    await description.fill('UUR')
    await page.getByRole('option', { name: /Arbeid monteur/ }).click()
    await page.getByLabel(words.invoiceForm.quantityOf(1)).fill('6')
    await page.getByRole('tab', { name: words.bookingPreview.pages }).click()
    const paper = page.getByRole('img', { name: /Lindeman Architecten/ })
    await expect(paper).toHaveAccessibleName(/453,75/)
    const before = (await paper.getAttribute('src')) ?? ''
    expect(before).toMatch(/^data:image\/svg\+xml/)
    await expectAccessible(page, 'Factuur, with its preview')
    await page.getByLabel(words.invoiceForm.quantityOf(1)).fill('7,5')
    await expect(paper).toHaveAccessibleName(/567,19/)
    await expect(paper).not.toHaveAttribute('src', before)
    await page.keyboard.press('Control+s')
    await expect(page).toHaveURL(/facturen\/[0-9a-f-]{36}$/)
    const id = page.url().split('/').at(-1) ?? ''
    // It may have been saved by itself before the last was typed.
    await expect.poll(async () => (await make.read(id)).lines[0]?.quantity).toBe('7.5')
    const saved = await make.read(id)
    const { revision } = saved
    await make.change(id, { ...contentOf(saved), revision, allowances: [percent('5', 'vaste klant')] })
    finals.push(await make.final(id))
  })

  await test.step('Tuesday: work on a site is reverse charged, goods go to Belgium', async () => {
    const builder = await make.customer({ ...company('Bouwbedrijf Vos'), vatNumber: 'NL000099998B57' })
    const reversed = [line('Loodgieterswerk', '16', '60.00', 'reverse_charge')]
    finals.push(await make.invoice(builder, { lines: reversed }))
    const belgian = {
      kind: 'company',
      name: 'Peeters NV',
      address: 'Meir 1',
      postalCode: '2000',
      city: 'Antwerpen',
    }
    const abroad = await make.customer({ ...belgian, country: 'BE', vatNumber: 'BE0403170701' })
    finals.push(await make.invoice(abroad, { lines: [line('Ketel', '2', '1249.95', 'eu_goods')] }))
  })

  let instalment: Final | undefined
  await test.step('Wednesday: an instalment over a period, with prices that include VAT and a discount', async () => {
    const owner = await make.customer({ ...company('Mevrouw De Boer'), kind: 'person' })
    const lines = [
      { ...line('Badkamer, tweede termijn', '12', '5.05'), unit: 'instalment' },
      { ...line('Isoleren van de woning', '3.5', '58.33', 'low'), allowances: [percent('12.5', null)] },
    ]
    const supply = { from: '2026-11-01', until: '2026-11-20' }
    instalment = await make.invoice(owner, { lines, supply, pricesIncludeVat: true })
    finals.push(instalment)
  })

  await test.step('Thursday, on a phone: five instalments of it are credited', async () => {
    await page.setViewportSize(phone)
    await page.goto(`/facturen/${instalment?.id}`)
    await page.getByRole('button', { name: invoicePage.credit, exact: true }).click()
    for (const [of, quantity] of [
      ['Badkamer, tweede termijn', '5'],
      ['Isoleren van de woning', '0'],
    ] as const)
      await page.getByLabel(invoicePage.creditQuantityOf(of)).fill(quantity)
    await expect(page.getByRole('dialog').getByText('−€ 25,25')).toBeVisible()
    await page.getByRole('button', { name: invoicePage.creditMake }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/Creditfactuur/)
    finals.push(await make.read(page.url().split('/').at(-1) ?? ''))
  })

  await test.step('Friday, still there: what is left of it is credited, and it is made again', async () => {
    const of = instalment?.id ?? ''
    await page.goto(`/facturen/${of}`)
    await expect(page.getByText(invoicePage.stillToPay).first()).toBeVisible()
    await page.getByRole('button', { name: invoicePage.credit, exact: true }).click()
    await page.getByLabel(invoicePage.creditAgain).check()
    await page.getByRole('button', { name: invoicePage.creditMake }).click()
    await expect(page.getByRole('button', { name: words.invoiceForm.finalize }).first()).toBeVisible()
    const again = page.url().split('/').at(-1) ?? ''
    const [rest] = (await make.read(of)).creditNotes.slice(-1)
    finals.push(await make.read(rest?.id ?? ''))
    await makeFinal(page)
    finals.push(await make.read(again))
  })

  await test.step('paper, e-invoice and books say the same cent', async () => {
    await expect
      .poll(async () => (await control.booksOf(administration)).mutations.length)
      .toBe(finals.length)
    const { mutations } = await control.booksOf(administration)
    for (const final of finals) {
      const read = async (kind: string) =>
        (await page.request.get(`/api/invoices/${final.id}/${kind}`)).body()
      const mutation = mutations.find(({ invoiceNumber }) => invoiceNumber === final.number)
      compareDocuments(final, {
        ubl: (await read('ubl')).toString('utf8'),
        paper: await readPaper(await read('pdf')),
        booked: mutation?.lines ?? [],
      })
    }
  })

  await test.step('each is there to be read, wide and on a phone', async () => {
    for (const size of [phone, wide]) {
      await page.setViewportSize(size)
      for (const { id, number } of finals) {
        await page.goto(`/facturen/${id}`)
        await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
        const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(await beyond()).toBeLessThanOrEqual(0)
      }
      await expectAccessible(page, `Factuur van de week, ${size === wide ? 'breed' : 'telefoon'}`)
    }
  })
})

type Line = ReturnType<typeof line>

function line(description: string, quantity: string, unitPrice: string, vatTreatment = 'high') {
  return { description, quantity, unitPrice, vatTreatment }
}

function percent(percentage: string, reason: string | null) {
  return { kind: 'allowance', percentage, amount: null, reason }
}

/** What of a saved draft is sent back. */
function contentOf({ customerId, invoiceDate, lines, paymentTermDays }: Final) {
  return {
    customerId,
    invoiceDate,
    paymentTermDays,
    lines: lines.map(({ amount: _, left: __, allowances: ___, vatRate: ____, ...content }) => content),
  }
}

type Paper = { lines: (Line & { unit?: string })[]; supply?: object; pricesIncludeVat?: boolean }

/** What is not the subject goes as the screens send it. */
function making(request: APIRequestContext, program: Screen) {
  const send = <Answer>(path: string, data: unknown, method: 'POST' | 'PUT' = 'POST') =>
    post<Answer>(request, program, path, data, method)
  const read = async (id: string): Promise<Final> => (await request.get(`/api/invoices/${id}`)).json()
  const final = (id: string) => send<Final>(`/api/invoices/${id}/finalization`, {})
  return {
    read,
    final,
    product: (product: object) =>
      send('/api/products', { unit: 'hour', vatTreatment: 'high', priceIncludesVat: false, ...product }),
    customer: async (customer: object) => (await send<{ id: string }>('/api/customers', customer)).id,
    change: (id: string, content: object) => send(`/api/invoices/${id}`, content, 'PUT'),
    invoice: async (customerId: string, paper: Paper) => {
      const draft = { customerId, invoiceDate: '2026-11-18', paymentTermDays: 14, ...paper }
      return final((await send<{ id: string }>('/api/invoices', draft)).id)
    },
  }
}
