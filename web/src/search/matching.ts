import { comparable } from '../format/comparable.ts'

/** Whether every word that is searched for begins a word of one of the texts. */
export function isAbout(words: string, texts: readonly string[]): boolean {
  const within = comparable(texts.join(' ')).split(/[^\p{L}\p{N}]+/u)
  return comparable(words)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => within.some((candidate) => candidate.startsWith(word)))
}
