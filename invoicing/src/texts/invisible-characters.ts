/** Everything Unicode says has no shape (soft hyphens, joiners, fillers, directions, tags), and annotations. */
const invisible = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u

const BREAK_OF_NO_WIDTH = '\u200B'
const NON_JOINER = '\u200C'
const JOINER = '\u200D'
const BLACK_FLAG = '\u{1F3F4}'
const directionMark = /[\u200E\u200F\u061C]/u
const selector = /\p{Variation_Selector}/u
const tag = /[\u{E0020}-\u{E007F}]/u

const rightToLeft = classOf('Hebrew Arabic Syriac Thaana Nko Adlam')
/** Scripts that write words without spaces, in which a break of no width says where a line may end. */
const spaceless = classOf('Thai Lao Khmer Myanmar')
/** Scripts in which a joiner or non-joiner shapes the letters beside it. */
const joining = classOf(
  'Arabic Syriac Mongolian Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam ' +
    'Sinhala Khmer Myanmar Tibetan',
)
const picture = /\p{Extended_Pictographic}/u
const hasShapes = /[\p{Emoji}\p{Unified_Ideograph}]/u
/** Belongs to the letter or picture before it. */
const attached = /[\p{M}\p{Emoji_Modifier}]/u

/**
 * Leaves out what cannot be seen: it makes two names that look the same differ, hides text from a reader, or
 * shows it in another order. With an override of direction in a name, «IBAN NL91…» can be shown with the digits
 * of another account; right-to-left text runs right to left without them.
 *
 * What some writing needs stays, where it does: joiners in Arabic and Indic words and in emoji made of several,
 * breaks in Thai, shapes of emoji and ideographs, marks of direction beside right-to-left letters.
 */
export function withoutInvisible(text: string): string {
  if (!invisible.test(text)) return text
  const keepsMarks = rightToLeft.test(text)
  let kept = ''
  /** The letter or picture that what follows may be joined to; none after something was. */
  let base = ''
  let previous = ''
  let breakWaits = false
  for (const character of text) {
    if (!invisible.test(character)) {
      if (breakWaits && spaceless.test(character)) kept += BREAK_OF_NO_WIDTH
      breakWaits = false
      if (!attached.test(character)) base = character
    } else if (character === BREAK_OF_NO_WIDTH) {
      breakWaits ||= spaceless.test(base)
      continue
    } else if (!isNeeded(character, base, previous, keepsMarks)) continue
    else if (character === JOINER || character === NON_JOINER) base = ''
    kept += character
    previous = character
  }
  return kept
}

function isNeeded(character: string, base: string, previous: string, keepsMarks: boolean): boolean {
  if (character === NON_JOINER) return joining.test(base)
  if (character === JOINER) return joining.test(base) || picture.test(base)
  if (selector.test(character)) return hasShapes.test(previous)
  if (tag.test(character)) return base === BLACK_FLAG
  return keepsMarks && directionMark.test(character)
}

function classOf(scripts: string): RegExp {
  const classes = scripts.split(' ').map((script) => `\\p{Script=${script}}`)
  return new RegExp(`[${classes.join('')}]`, 'u')
}
