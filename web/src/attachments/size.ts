/** The size of a file as people know it: «340 kB», «2,4 MB». Less than a kilobyte is one. */
export function formatSize(bytes: number, language: 'nl' | 'en'): string {
  const [value, unit, digits] = bytes < 1_000_000 ? [bytes / 1_000, 'kB', 0] : [bytes / 1_000_000, 'MB', 1]
  const shown = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(Math.max(1, value))
  return `${shown} ${unit}`
}
