/** What the API takes as an attachment: a larger file, or another, need not be sent to hear that it does not. */
export const mostBytes = 10_000_000
export const takenTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const
