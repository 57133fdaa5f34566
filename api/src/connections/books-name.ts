import { isHint } from '@stella/bookkeeping'
import { type Language, textsIn } from '@stella/texts'

/** An administration by its name at e-Boekhouden.nl; by what is known of it where Stella may not ask for its name. */
export function booksName(name: string, language: Language): string {
  return isHint(name) ? textsIn(language).api.unnamedBooks(name) : name
}
