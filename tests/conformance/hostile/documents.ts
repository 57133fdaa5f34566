import { envelope, service, soap11 } from '../raw/post.ts'

const call = '<GetRelaties><cFilter><Code>&x;</Code></cFilter></GetRelaties>'
const closing = envelope('<CloseSession/>')

/**
 * Documents that a service must neither take nor work through, none larger than the 4 MB it reads at all. Those that
 * the sandbox's own tests have are left out. `nobody` is an address that must not be asked for anything.
 */
export function hostileDocuments(nobody: string): Record<string, string | Uint8Array<ArrayBuffer>> {
  return {
    ...documentTypes(nobody),
    ...unendingOnes,
    ...wrongEncodings,
    'another envelope': `<a:Envelope xmlns:a="${soap11}x"><a:Body><CloseSession xmlns="${service}"/></a:Body></a:Envelope>`,
    'two envelopes': closing + closing.replace(/<\?.*?\?>/, ''),
  }
}

function documentTypes(nobody: string) {
  const within = (documentType: string) => envelope(call).replace('?>', `?>${documentType}`)
  return {
    'one long entity many times': within(`<!DOCTYPE a [<!ENTITY x "${'a'.repeat(1_000_000)}">]>`).replace(
      '&x;',
      '&x;'.repeat(10_000),
    ),
    'an entity from the network': within(`<!DOCTYPE a [<!ENTITY x SYSTEM "${nobody}">]>`),
    'a document type from the network': within(`<!DOCTYPE a SYSTEM "${nobody}">`),
    'a parameter entity from the network': within(`<!DOCTYPE a [<!ENTITY % p SYSTEM "${nobody}"> %p;]>`),
    'a document type behind 100,000 comments': within(
      `${'<!-- a --><?b c?>\n'.repeat(100_000)}<!DOCTYPE a [<!ENTITY x "y">]>`,
    ),
    'a document type that does not end': `<!DOCTYPE a [${'<!ENTITY b "c">'.repeat(250_000)}`,
    'a document type behind white space': `${' \n'.repeat(1_900_000)}<!DOCTYPE a><a/>`,
  }
}

const unendingOnes = {
  'depth 100,000, closed again': envelope(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
  'tags that do not end': '<Username '.repeat(400_000),
  'a name of 4 MB': `<${'a'.repeat(3_900_000)}`,
  'a comment that does not end': `<!--${' -'.repeat(1_900_000)}`,
  'white space alone': ' '.repeat(4_000_000),
  'no XML': 'a'.repeat(4_000_000),
}

const wrongEncodings = {
  'bytes that are not UTF-8': new Uint8Array(
    Buffer.concat([Buffer.from(closing), Buffer.from([0xff, 0xc0])]),
  ),
  'an overlong path in UTF-8': new Uint8Array(
    Buffer.concat([Buffer.from(`${closing}<!--`), Buffer.from([0xc0, 0xae]), Buffer.from('-->')]),
  ),
  'UTF-16 that says it is UTF-8': new Uint8Array(Buffer.from(closing, 'utf16le')),
  'UTF-8 that says it is UTF-16': closing.replace('utf-8', 'utf-16'),
  'UTF-7': closing.replace('utf-8', 'utf-7'),
}
