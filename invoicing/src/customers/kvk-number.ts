/** Writes a KvK number without spaces and dots, or gives null when it is not eight digits. It has no check digit. */
export function readKvkNumber(input: string): string | null {
  const number = input.replaceAll(/[\s.]/g, '')
  return /^\d{8}$/.test(number) ? number : null
}
