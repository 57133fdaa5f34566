import type { Browser, Page } from '@playwright/test'
import type { Login } from '../../stella/src/terminal/short-screen.ts'

/** Where screens are looked at. */
export interface Site {
  /** Of Stella. */
  address: string
  sandboxUrl: string
}

/** Somebody with a browser, who can find out where a screen is. */
export interface Visitor {
  page: Page
  /** The id of the first of a list of the API, or of what the first is about. */
  idOfFirst(list: string): Promise<string>
  /** The address of the newest mutation in the practice books of a business. */
  lastMutationOf(organizationName: string): Promise<string>
  leave(): Promise<void>
}

/** Opens a browser window, as the person with this login where there is one. */
export async function visit(browser: Browser, site: Site, login?: Login): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: site.address,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  if (login !== undefined) await signIn(page, site, login)
  return {
    page,
    idOfFirst: (list) => idOfFirst(page, list),
    lastMutationOf: (organizationName) => lastMutationOf(page, site, organizationName),
    leave: () => context.close(),
  }
}

async function signIn({ request }: Page, { address }: Site, { email, password }: Login): Promise<void> {
  const answer = await request.post('/api/session', {
    data: { email, password },
    headers: { origin: address },
  })
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`)
}

async function idOfFirst({ request }: Page, list: string): Promise<string> {
  const answer = await request.get(list)
  if (!answer.ok()) throw new Error(`${list}: ${answer.status()} ${await answer.text()}`)
  const { items } = (await answer.json()) as {
    items: { id?: string; bookingId?: string; relationId?: string }[]
  }
  const [first] = items
  const id = first?.id ?? first?.bookingId ?? first?.relationId
  if (id === undefined) throw new Error(`${list} is empty`)
  return id
}

async function lastMutationOf(page: Page, { sandboxUrl }: Site, organizationName: string): Promise<string> {
  await page.goto(sandboxUrl)
  const books = page.getByRole('link').filter({ hasText: organizationName }).last()
  const list = `${(await books.getAttribute('href')) ?? ''}/mutaties`
  await page.goto(new URL(list, sandboxUrl).href)
  const newest = page.getByRole('main').getByRole('row').getByRole('link').first()
  return new URL((await newest.getAttribute('href')) ?? '', sandboxUrl).href
}
