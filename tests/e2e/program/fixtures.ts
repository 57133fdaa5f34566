import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { type Texts, textsIn } from '@stella/texts'
import type { Screen } from '../../program/running-program.ts'
import { controlOf, type SandboxControl } from '../../program/sandbox-control.ts'

interface Fixtures {
  /** What the short screen of the program told. */
  program: Screen
  control: SandboxControl
  /** Where letters are kept, as no mail server is set. */
  mailFolder: string
  /** The words of the screens, in Dutch. */
  words: Texts['screens']
}

export const test = base.extend<Fixtures>({
  // biome's rule asks for a destructured first argument, as Playwright reads the fixtures from it.
  program: async ({ browserName: _ }, use) => {
    await use(JSON.parse(process.env.STELLA_SCREEN ?? '{}') as Screen)
  },
  mailFolder: async ({ browserName: _ }, use) => {
    await use(process.env.STELLA_MAIL_FOLDER ?? '')
  },
  baseURL: async ({ program }, use) => {
    await use(program.address)
  },
  control: async ({ program }, use) => {
    await use(controlOf(program.sandbox))
  },
  words: async ({ browserName: _ }, use) => {
    await use(textsIn('nl').screens)
  },
})

export { expect }

/** No violation of WCAG 2.2 AA, nor of axe's best practices, on the screen as it is now. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // Colours that are still fading would be measured halfway.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const { violations } = await judgeOf(page).analyze()
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`,
  )
  expect(told, `accessibility of ${name}`).toEqual([])
}

/**
 * What passes is not described: that took four fifths of the time. Nor does a page without frames need another page in
 * which the verdicts of all frames are put together.
 */
function judgeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(page.frames().length === 1)
}
