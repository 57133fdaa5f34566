/** Bytes of a request. 100 lines of a mutation with every field full take about 100 kB, an invoice with 100 long
 * texts some MB. Smaller: real requests are refused. Larger: a hostile one costs memory. */
export const largestRequest = 4 * 1024 * 1024
/** Elements inside each other. The service's own messages need 7. */
export const deepest = 32
/** Elements of one request: 100 lines × 9 fields and a header make about 1,000. */
export const mostElements = 4000
/** Tags of one request, also within texts and comments: a tenth of it would do for its elements. */
export const mostTags = 80_000

/** Characters of a name; the longest of the WSDL has 35. */
export const longestName = 1000

/** Attributes of one element; SOAP messages have a handful of namespace declarations. */
export const mostAttributes = 64

/** Characters of one tag: a name, declarations of namespaces, and `xsi:nil`. */
export const longestTag = 16 * 1024
/** Characters of comments and instructions together. Clients send a declaration, and people a note while they try. */
export const longestAside = 64 * 1024
/** Characters of white space between two tags, as indented requests have them. */
export const longestBlank = 16 * 1024
/** References, and brackets, of one request: what costs the parser ten times what other characters do. */
export const mostSlow = 100_000
