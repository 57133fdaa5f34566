import fc from 'fast-check'

/** Texts of the kind that break files: quotes, separators, formulas, apostrophes, bars, lines, letters of elsewhere. */
export const awkwardText = (maxLength: number) =>
  fc
    .array(
      fc.constantFrom(
        'a',
        'B',
        'é',
        'ß',
        '"',
        "'",
        ';',
        ',',
        '|',
        '\\',
        '=',
        '+',
        '-',
        '@',
        ' ',
        '1',
        '0',
        '€',
        '中',
        '🌷',
        '«',
        '%',
        '.',
      ),
      { maxLength: Math.min(maxLength, 20) },
    )
    .map((letters) => letters.join('').slice(0, maxLength))

/** Something, or nothing. */
export const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
