/** The Dutch catalogue, one group a file. */
export const dutch = {}
