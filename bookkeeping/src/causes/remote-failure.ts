/**
 * A remote call that did not succeed, reduced to what decisions need. It has no text of the service in it:
 * nothing is ever decided by a sentence.
 */
export type RemoteFailure =
  /** Provably no byte of the request left. */
  | { readonly kind: 'not_sent' }
  /** Bytes left and no trustworthy answer came: time-out, reset, 5xx, a page instead of XML, half a document. */
  | { readonly kind: 'no_answer'; readonly throttled: boolean }
  /** A SOAP fault. It may have been raised after the work was done. */
  | { readonly kind: 'fault' }
  /** The session was refused even after opening a new one. */
  | { readonly kind: 'session' }
  | { readonly kind: 'credentials'; readonly code: string }
  | { readonly kind: 'call_limit'; readonly code: string }
  /** The service read the request and said no; `code` as in the manual. */
  | { readonly kind: 'rejected'; readonly code: string }
  /** Our own client refused to send it; `code` names the field. */
  | { readonly kind: 'invalid_request'; readonly code: string; readonly tooLong: boolean }
  /** The stored codes could not be opened with the key we have. */
  | { readonly kind: 'codes_unreadable' }
  /** It succeeded, but what should be there is not: an update of a relation that is gone. */
  | { readonly kind: 'not_found' }
