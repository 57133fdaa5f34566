import { setImmediate as nextTurn } from 'node:timers/promises'
import { mostElements, mostTags } from './limits.ts'
import { lookOver } from './look-over.ts'
import { growTree, type XmlElement } from './tree.ts'

export type { XmlElement } from './tree.ts'
export { XmlError } from './xml-error.ts'

/** Characters that are parsed in one go: 1 ms of text. The rest of the sandbox goes on in between. */
const slice = 16 * 1024

/** Reads a whole document that is short, or whose reader has nothing else to do. `elementsAllowed` is for whoever reads
 * answers, which are longer than requests.
 * @throws XmlError */
export function parseXml(text: string, elementsAllowed = mostElements): XmlElement {
  const tree = looked(text, elementsAllowed)
  tree.write(text)
  return tree.end()
}

/** The same of a document that came from elsewhere, in slices. */
export async function parseInSlices(text: string): Promise<XmlElement> {
  const tree = looked(text, mostElements)
  for (let from = 0; from < text.length; from += slice) {
    if (from > 0) await nextTurn()
    tree.write(text.slice(from, from + slice))
  }
  return tree.end()
}

function looked(text: string, elementsAllowed: number): ReturnType<typeof growTree> {
  lookOver(text, Math.max(mostTags, 2 * elementsAllowed))
  return growTree(elementsAllowed)
}
