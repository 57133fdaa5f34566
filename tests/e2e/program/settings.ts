/** Where the users of the Stella under test find its support. */
export const supportAddress = 'support@stella.example'
