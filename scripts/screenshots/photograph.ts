import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'

export interface Look {
  width: number
  colorScheme: 'light' | 'dark'
}

/** A wide screen, a tablet, a phone. */
const heights: Readonly<Record<number, number>> = { 1440: 900, 1024: 768, 390: 844 }

export const looks: readonly Look[] = Object.keys(heights).flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width: Number(width), colorScheme })),
)

/** Goes to the address and takes the picture when nothing is loading any more. */
export async function photograph(
  page: Page,
  { address, path, look, fullPage }: { address: string; path: string; look: Look; fullPage: boolean },
): Promise<void> {
  await page.setViewportSize({ width: look.width, height: heights[look.width] ?? look.width })
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null)
  await page.evaluate(() => document.fonts.ready)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path, fullPage, animations: 'disabled' })
}
