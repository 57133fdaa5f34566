import type { dutch } from '../nl/index.ts'

/** The English catalogue; the compiler demands every key of the Dutch one. */
export const english = {} satisfies typeof dutch
