/**
 * Every choice that rests on inference instead of an official description of the service. The real service
 * may prove any of them wrong; then it is changed here.
 */
export const assumptions = {
  /**
   * The manual counts characters without saying how. .NET counts UTF-16 units, so an emoji counts twice. If
   * the service counted less strictly, we would refuse a text that it takes; never the other way round.
   */
  lengthOf: (text: string): number => text.length,

  /**
   * A day is sent as its midnight without a zone. The WSDL asks for an xsd:dateTime, and .NET keeps the
   * written day of a dateTime that has no zone; with a zone it would first convert to the server's own.
   */
  dayAsDateTime: (day: string): string => `${day}T00:00:00`,

  /** .NET writes its smallest date where it has none. */
  noDate: '0001-01-01',

  /** An unused date that the WSDL makes required: the manual says that today stands for it. */
  unusedDate: 'today',

  /** A filter without bounds sends the whole range that the service accepts, as clients in use do. */
  wholeRange: { from: '1980-01-01', to: '2049-12-31' },

  /**
   * `E001.1` says that the sign-in data are invalid and `E001.2` that no administration was found. Neither says
   * whether the user name or the first code is wrong; the second code has `E001.3` to itself.
   */
  suspectsOfCode: {
    'E001.1': ['username', 'securityCode1'],
    'E001.2': ['username', 'securityCode1'],
    'E001.3': ['securityCode2'],
    'E001.7': ['username', 'securityCode1', 'securityCode2'],
  },

  /**
   * A code that is not in the table belongs to the family of its first four characters. Were an unknown
   * `E002.x` no refusal of the session, a call would be made twice: but never a call that was carried out,
   * since a result with a code in it has no number.
   */
  familyOfUnknownCode: { E001: 'credentials', E002: 'session', E003: 'call_limit' },

  /**
   * A service written in .NET faults with `Client` before it runs the operation and with `Server` at any
   * moment. Since nobody promises the first, no fault is taken as proof that nothing was done.
   */
  outcomeOfFault: 'unknown',

  /**
   * How long a session is kept before a new one is opened. The service does not say how long a session
   * lives; clients in use renew after 5 to 20 minutes. Longer: more calls are refused and made twice.
   * Shorter: more openings, one call each.
   */
  sessionLifetimeMs: 5 * 60_000,

  /** The service's numbers fit a JavaScript number exactly; a larger one is refused as unreadable. */
  largestNumber: Number.MAX_SAFE_INTEGER,

  /**
   * An xsd:double carries fifteen decimal digits faithfully. What .NET writes beyond them is noise of the
   * binary fraction (`0.30000000000000004`) and is rounded away.
   */
  digitsOfDouble: 15,
} as const
