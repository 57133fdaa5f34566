/**
 * What no operation needs: twice the values of an invoice with a thousand lines, all their fields included, twice its levels, twice its longest
 * name. Parsing, judging a value against its schema and naming what is wrong cost for each of these.
 */
const most = { values: 20_000, levels: 8, nameLength: 50 }

/**
 * Whether a JSON text holds more values, levels or longer names than any operation takes. Reads it once, without
 * parsing, and stops when it knows; of what is no JSON it says anything.
 */
export function isTooComplex(json: string): boolean {
  let values = 1
  let level = 0
  let textLength = 0
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case '"': {
        const end = endOfText(json, at)
        textLength = end - at - 1
        at = end
        break
      }
      case ':':
        if (textLength > most.nameLength) return true
        break
      case ',':
        values += 1
        break
      case '[':
      case '{':
        values += 1
        level += 1
        break
      case ']':
      case '}':
        level -= 1
        break
    }
    if (values > most.values || level > most.levels) return true
  }
  return false
}

/** Where the text that begins with the quote at a place ends: at a quote that is not escaped, else at the end. */
function endOfText(json: string, start: number): number {
  let end = json.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(json, end)) end = json.indexOf('"', end + 1)
  return end === -1 ? json.length : end
}

function isEscaped(json: string, at: number): boolean {
  let first = at
  while (json[first - 1] === '\\') first -= 1
  return (at - first) % 2 === 1
}
