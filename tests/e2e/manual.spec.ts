import { manual, manualScreens } from './manual/sentences.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { openMutation, relationsIn } from './sandbox/books.ts'
import { readCodes } from './sandbox/codes.ts'
import { activate, fillDraft, goTo, logIn, makeCustomer, makeFinal } from './walk/screens.ts'

const customer = 'Bakkerij De Korenaar'

test('the manual, from 2.1 to the end of 3', async ({ page, context, program, words }) => {
  const sandbox = await context.newPage()

  const codes = await test.step(manual.whereTheCodesAre, async () => {
    await sandbox.goto(program.sandbox)
    return test.step(manual.theThreeCodes, async () => {
      const read = await readCodes(sandbox)
      await expectAccessible(sandbox, 'API/SOAP of the sandbox')
      return read
    })
  })

  await test.step(manual.neededForTheLink, async () => {
    for (const value of Object.values(codes)) expect(value.length).toBeGreaterThan(0)
  })

  await test.step(manual.theSteps, async () => {
    await test.step(manual.logIn, async () => {
      await page.goto('/')
      await expectAccessible(page, 'Inloggen')
      await logIn(page, program.demo)
      await expect(page.getByRole('heading', { level: 1, name: words.overview.title })).toBeVisible()
      await goTo(page, 'preferences')
    })
    await test.step(manual.integrations, async () => {
      await page.getByRole('link', { name: words.preferences.integrations, exact: true }).click()
      await expectAccessible(page, 'Integraties')
    })
    await test.step(manual.connect, async () => {
      await expect(page.getByText(manualScreens.tileCategory, { exact: true })).toBeVisible()
      await expect(page.getByText(manualScreens.tileText)).toBeVisible()
      await page
        .getByRole('link', { name: 'Koppelen' })
        .or(page.getByRole('button', { name: 'Koppelen' }))
        .click()
    })
    await test.step(manual.activate, async () => {
      await expect(page.getByRole('heading', { level: 1, name: manualScreens.title })).toBeVisible()
      await expect(page.getByText(manualScreens.lead)).toBeVisible()
      await expectAccessible(page, 'Activeer koppeling')
      await activate(page, codes)
    })
  })

  await test.step(manual.connected, async () => {
    await expect(page).toHaveURL(/\/voorkeuren\/integraties(\?|$)/)
    await expect(page.getByText(words.integrations.connected, { exact: true }).first()).toBeVisible()
    await expectAccessible(page, 'Integraties, gekoppeld')
  })

  await test.step(manual.overview, async () => {
    await goTo(page, 'overview')
    const log = page.getByRole('region', { name: words.activities.title })
    await expect(log.getByText(/koppeling/i).first()).toBeVisible()
    await expectAccessible(page, 'Overzicht, de eerste stappen')
  })

  await test.step(manual.relationsLater, async () => {
    await makeCustomer(page, customer)
    expect(await relationsIn(sandbox, program.sandbox)).not.toContain(customer)
    await test.step(manual.clean, async () => {
      await page.goto('/facturen/nieuw')
      await fillDraft(page, customer, [
        { description: 'Nieuwe huisstijl', quantity: '1', price: '850,00' },
        { description: 'Advies', quantity: '2,5', price: '90,00' },
      ])
      await expectAccessible(page, 'Factuur, concept')
      // A draft that is still written at may be thrown away: its customer goes when it is left.
      const draft = page.url()
      await goTo(page, 'invoices')
      await expect.poll(async () => relationsIn(sandbox, program.sandbox)).toContain(customer)
      await page.goto(draft)
    })
  })

  const watching = await context.newPage()
  await watching.goto('/overzicht')
  const number = await test.step(manual.booked, async () => {
    const number = await makeFinal(page)
    await expectAccessible(page, 'Factuur, definitief')
    return number
  })

  await test.step(manual.accounts, async () => {
    // The page is read again until the booking is there.
    let text = ''
    await expect(async () => {
      text = await openMutation(sandbox, program.sandbox, number)
    }).toPass()
    expect(text).toContain('1300')
    expect(text).toContain('8000')
    // 850,00 + 2,5 × 90,00 = 1.075,00; 21 % over it 225,75; together 1.300,75.
    for (const amount of ['1.300,75', '1.075,00', '225,75']) expect(text).toContain(amount)
    await expectAccessible(sandbox, 'the mutation in the sandbox')
  })

  await test.step(manual.log, async () => {
    // This page was opened before the invoice was final, and has not been loaded again.
    const log = watching.getByRole('region', { name: words.activities.title })
    await expect(log.getByText(number).first()).toBeVisible()
    // What came before the booking is folded below it.
    await expect(log.getByText(customer).filter({ visible: true }).first()).toBeVisible()
    await expectAccessible(watching, 'Overzicht')
    await watching.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(watching, 'Overzicht on a phone')
  })
})
