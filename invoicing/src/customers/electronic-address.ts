/** An address of a receiver of e-invoices, or an identifier: a scheme (EAS, ISO 6523) and a value in it. */
export type ElectronicAddress = { readonly scheme: string; readonly value: string }

/** The schemes of electronic addresses that Peppol knows (EAS code list of Peppol BIS Billing 3.0.20, CL008). */
const peppolSchemes: ReadonlySet<string> = new Set(
  (
    '0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 0183 0184 0188 0190 ' +
    '0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 0209 0210 0211 0212 0213 0215 0216 ' +
    '0217 0218 0221 0225 0230 0235 0240 0244 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 ' +
    '9929 9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 9950 ' +
    '9951 9952 9953 9957 9959'
  ).split(' '),
)

/** What a value looks like in the schemes that Peppol judges by their check digits, and in those of the Netherlands. */
const rightIn: Readonly<Record<string, (value: string) => boolean>> = {
  // GLN: the last digit of 13 (or 8, 12, 14) makes the weighted sum a ten.
  '0088': (value) => /^\d{13}$/.test(value) && weightedSum(value) % 10 === 0,
  // KvK
  '0106': (value) => /^\d{8}$/.test(value),
  // OIN
  '0190': isOin,
  // Norwegian organization number: the remainder by 11.
  '0192': (value) => /^\d{9}$/.test(value) && norwegianSum(value) % 11 === 0,
  // Belgian enterprise number: the last two digits are 97 less the remainder of the first eight.
  '0208': (value) =>
    /^[01]\d{9}$/.test(value) && Number(value.slice(8)) === 97 - (Number(value.slice(0, 8)) % 97),
  // Dutch VAT number
  '9944': (value) => /^NL\d{9}B\d{2}$/.test(value),
}

/**
 * Reads «0106:12345678», or gives null for what is none: a scheme that Peppol knows, a colon, and a value that is right
 * in that scheme as far as its rules can be checked (PEPPOL-COMMON-R040 and following).
 */
export function readPeppolId(text: string | null): ElectronicAddress | null {
  const [, scheme, value] = /^(\d{4}):([A-Za-z0-9:.-]{1,50})$/.exec(text?.trim() ?? '') ?? []
  if (scheme === undefined || value === undefined || !peppolSchemes.has(scheme)) return null
  return (rightIn[scheme]?.(value) ?? true) ? { scheme, value } : null
}

/** Writes an address as people type it («0106 : 12345678», «iso6523-actorid-upis::0106:…») in its one form, or null. */
export function cleanPeppolId(text: string): string | null {
  const bare = text.replaceAll(/\s/g, '').replace(/^iso6523-actorid-upis::/i, '')
  const [scheme = '', ...rest] = bare.split(':')
  const value = rest.join(':')
  const read = readPeppolId(`${scheme}:${scheme === '9944' ? value.toUpperCase() : value}`)
  return read === null ? null : `${read.scheme}:${read.value}`
}

/** The number of a Dutch public body: twenty digits. */
export function isOin(text: string | null): text is string {
  return text !== null && /^\d{20}$/.test(text)
}

/** From the right, every second digit counts three times. */
function weightedSum(digits: string): number {
  return [...digits]
    .reverse()
    .reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
}

function norwegianSum(digits: string): number {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1]
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}
