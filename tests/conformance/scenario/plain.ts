/** The lists of the WSDL, with the name of their items. */
const lists: Record<string, string> = {
  Administraties: 'cAdministratie',
  Rekeningen: 'cGrootboekrekening',
  Relaties: 'cRelatie',
  Mutaties: 'cMutatieList',
  MutatieRegels: 'cMutatieListRegel',
  Facturen: 'cFactuurList',
  Regels: 'cFactuurRegel',
  Openposten: 'cOpenPost',
  Saldi: 'cSaldo',
  Kostenplaatsen: 'cKostenplaats',
  Artikelen: 'cArtikel',
}

/**
 * What a client gave, in one form for all: texts for whatever stands in an element, '' for what is absent, empty or
 * nil, arrays for lists of none, one or many, and days for moments without a zone.
 */
export function plain(value: unknown, name = ''): unknown {
  const item = lists[name]
  if (item !== undefined) return itemsOf(value, item).map((found) => plain(found))
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return localDay(value)
  if (typeof value !== 'object') return dayOf(String(value))
  return Object.fromEntries(Object.entries(value).map(([field, content]) => [field, plain(content, field)]))
}

/** Of a plain value, what an expectation names; '' where there is nothing. */
export function asAsked(value: unknown, asked: unknown): unknown {
  if (Array.isArray(asked)) {
    const items = Array.isArray(value) ? value : []
    return items.map((item, at) => (at < asked.length ? asAsked(item, asked[at]) : item))
  }
  if (typeof asked !== 'object' || asked === null) return value
  const fields = Object.keys(asked).map((field) => [
    field,
    asAsked(Reflect.get(Object(value), field) ?? (field in lists ? [] : ''), Reflect.get(asked, field)),
  ])
  return Object.fromEntries(fields)
}

function itemsOf(value: unknown, name: string): unknown[] {
  const found: unknown = value === null || typeof value !== 'object' ? [] : Reflect.get(value, name)
  if (found === undefined || found === null || found === '') return []
  return Array.isArray(found) ? found : [found]
}

/** Clients that make a Date of a moment without a zone take it as one of their own zone. */
function localDay(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

function dayOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}/.test(text) ? text.slice(0, 'YYYY-MM-DD'.length) : text
}
