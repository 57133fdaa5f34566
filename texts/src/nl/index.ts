import { program } from './program.ts'

/** The Dutch catalogue, one group a file. */
export const dutch = { program }
