/**
 * The link to the support at the address of this Stella.
 * @param address a `mailto:` or a web address
 * @param subject what it is about; the subject of the mail
 */
export function linkToSupport(address: string, subject: string) {
  if (address.startsWith('mailto:')) return { href: `${address}?subject=${encodeURIComponent(subject)}` }
  // What somebody is typing stays where it is.
  return { href: address, target: '_blank', rel: 'noreferrer' }
}
