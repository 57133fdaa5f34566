import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url))

/**
 * Takes the picture that the README shows, as `docs/screenshots/<name>-<width>.png`, when SCREENSHOTS=1 asks for
 * it; ordinary runs leave the working tree as it is.
 */
export async function photograph(page: Page, name: string, width = 1440): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return
  await page.screenshot({
    path: `${folder}${name}-${width}.png`,
    animations: 'disabled',
  })
}
