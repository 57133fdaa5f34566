/**
 * Where all made-up people have their addresses: those of the demo organization and of the businesses to play with.
 * Nobody real can have one there (RFC 2606, section 2).
 */
export const madeUpDomain = 'stella.example'
