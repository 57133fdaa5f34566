/** Puts back the package.json that prepack.mjs had replaced. */
import { renameSync } from 'node:fs'

const folder = new URL('../', import.meta.url)
renameSync(new URL('package.source.json', folder), new URL('package.json', folder))
