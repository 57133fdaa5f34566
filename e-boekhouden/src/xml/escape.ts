const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** Text as the content of an element. A carriage return is written as a reference, or a reader would drop it. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => escapes[character] ?? character)
}

/** Whether XML 1.0 can carry the text at all: no control characters, no half of a surrogate pair. */
export function isXmlText(text: string): boolean {
  return xmlText.test(text)
}

const xmlText = /^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u
