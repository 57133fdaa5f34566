import { readFileSync } from 'node:fs'

/**
 * Test files in the order in which they had better begin: by what they took when tests/times.json was written, the
 * longest first. One that begins last and takes minutes leaves a core with nothing to do; new ones come last.
 *
 * @param pathOf the path of a file from the root
 * @param seconds by path
 */
export function longestFirst<File>(
  files: readonly File[],
  pathOf: (file: File) => string,
  seconds: Readonly<Record<string, number>> = expectedTimes(),
): File[] {
  const secondsOf = (file: File) => seconds[pathOf(file)] ?? 0
  return files.toSorted((a, b) => secondsOf(b) - secondsOf(a))
}

function expectedTimes(): Record<string, number> {
  const times = JSON.parse(readFileSync(new URL('../../tests/times.json', import.meta.url), 'utf8'))
  return (times as { files: Record<string, number> }).files
}
