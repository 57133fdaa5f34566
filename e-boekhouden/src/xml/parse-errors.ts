/** The document uses something that no answer of the service needs, or is larger than any answer. */
export class ForbiddenXml extends Error {}

/** The document is not well-formed: broken, truncated, or not XML. */
export class BrokenXml extends Error {}
