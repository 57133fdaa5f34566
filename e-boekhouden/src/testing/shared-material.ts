import { existsSync, readFileSync } from 'node:fs'

const folder = new URL('../../../../shared/e-boekhouden/', import.meta.url)

/** The service's WSDL and its list of codes, where they stand beside the project; null where they do not. */
export function sharedMaterial(name: 'soap.wsdl' | 'soap-error-codes.tsv'): string | null {
  const file = new URL(name, folder)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  console.warn(`Not checked against ${name}: ../shared/e-boekhouden/ is not here.`)
  return null
}
