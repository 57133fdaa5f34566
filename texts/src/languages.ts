/** The languages a person can choose; Dutch is the source, English must have every key of it. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]
