/**
 * The characters a font (TrueType or OpenType) has a shape for, from its table «cmap» in the formats that fonts
 * of today have: 12 for all planes, or else 4 for the first.
 *
 * @throws RangeError when the file is no font or has neither.
 */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const subtables = subtablesOf(font, tableOf(font, 'cmap'))
  const whole = subtables.find((offset) => font.readUInt16BE(offset) === 12)
  if (whole !== undefined) return new Set(charactersOfFormat12(font, whole))
  const first = subtables.find((offset) => font.readUInt16BE(offset) === 4)
  if (first !== undefined) return new Set(charactersOfFormat4(font, first))
  throw new RangeError('The font has no table of characters that can be read.')
}

function tableOf(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let record = 12; record < 12 + 16 * count; record += 16) {
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new RangeError(`The font has no table ${tag}.`)
}

function subtablesOf(font: Buffer, cmap: number): number[] {
  const count = font.readUInt16BE(cmap + 2)
  return Array.from({ length: count }, (_none, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index))
}

/** Groups of a first and a last character. */
function* charactersOfFormat12(font: Buffer, offset: number): Iterable<number> {
  const count = font.readUInt32BE(offset + 12)
  for (let group = offset + 16; group < offset + 16 + 12 * count; group += 12) {
    yield* range(font.readUInt32BE(group), font.readUInt32BE(group + 4))
  }
}

/** Segments of a first and a last character; some of those between can be without a shape (glyph 0). */
function* charactersOfFormat4(font: Buffer, offset: number): Iterable<number> {
  const length = font.readUInt16BE(offset + 6)
  const lasts = offset + 14
  const firsts = lasts + length + 2
  const deltas = firsts + length
  const rangeOffsets = deltas + length
  for (let at = 0; at < length; at += 2) {
    const first = font.readUInt16BE(firsts + at)
    const rangeOffset = font.readUInt16BE(rangeOffsets + at)
    for (const character of range(first, font.readUInt16BE(lasts + at))) {
      const glyph = rangeOffsets + at + rangeOffset + 2 * (character - first)
      const hasShape = rangeOffset === 0 || font.readUInt16BE(glyph) !== 0
      if (hasShape && character !== 0xffff) yield character
    }
  }
}

function* range(first: number, last: number): Iterable<number> {
  for (let character = first; character <= last; character += 1) yield character
}
