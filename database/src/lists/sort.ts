/** Which end of an order stands first. */
export const sortDirections = ['ascending', 'descending'] as const
export type SortDirection = (typeof sortDirections)[number]
