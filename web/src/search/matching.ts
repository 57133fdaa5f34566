/** A text as it is compared: lower case, without accents. */
function comparable(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

/** Whether every word that is searched for begins a word of one of the texts. */
export function isAbout(words: string, texts: readonly string[]): boolean {
  const within = comparable(texts.join(' ')).split(/[^\p{L}\p{N}]+/u)
  return comparable(words)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => within.some((candidate) => candidate.startsWith(word)))
}
