/** A text as it is searched: lower case, without accents, so that «cafe» finds «Café». */
export function searchable(...texts: readonly (string | null | undefined)[]): string {
  return texts
    .filter((text) => text !== null && text !== undefined && text !== '')
    .join(' ')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

/** More words than this narrow nothing down any more. */
const mostWords = 10

/** A LIKE pattern for each word somebody searches for; all must be found, in any order. */
export function searchPatterns(search: string | undefined): string[] {
  return searchWords(search).map((word) => `%${word}%`)
}

/** The words somebody searches for, as LIKE takes them for what they are. */
export function searchWords(search: string | undefined): string[] {
  return searchable(search?.replaceAll('\0', ' '))
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => word.replaceAll(/[\\%_]/g, '\\$&'))
}
