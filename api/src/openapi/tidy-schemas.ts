type Document = { components?: { schemas?: Record<string, unknown> }; paths?: unknown }

const prefix = '#/components/schemas/'

/**
 * Keeps only the schemas that operations refer to, and gives request schemas their own names. The generator
 * writes each named schema twice, once as it is sent (`CustomerContentInput`) and once as it is answered
 * (`CustomerContent`); ours are made for one direction, so one of the two is always idle.
 */
export function tidySchemas<Whole extends object>(whole: Whole): Whole {
  const document: Document = whole
  const all = document.components?.schemas ?? {}
  const used = reachable(document.paths, all)
  const names = new Map([...used].map((name) => [name, shortName(name, used)]))
  const rename = (value: unknown) => withRenamedReferences(value, names)
  const schemas = Object.fromEntries(
    [...used]
      .map((name): [string, unknown] => [names.get(name) ?? name, describe(rename(all[name]))])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
  return {
    ...whole,
    paths: describe(rename(document.paths)),
    components: { ...document.components, schemas },
  }
}

function reachable(from: unknown, all: Record<string, unknown>): Set<string> {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref' && typeof inner === 'string') {
        const name = inner.slice(prefix.length)
        if (found.has(name)) continue
        found.add(name)
        visit(all[name])
      } else visit(inner)
    }
  }
  visit(from)
  return found
}

function shortName(name: string, used: Set<string>): string {
  const short = name.replace(/Input$/, '')
  return used.has(short) ? name : short
}

function withRenamedReferences(value: unknown, names: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withRenamedReferences(item, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== '$ref' || typeof inner !== 'string') return [key, withRenamedReferences(inner, names)]
      const name = inner.slice(prefix.length)
      return [key, prefix + (names.get(name) ?? name)]
    }),
  )
}

/** The generator says «Default Response» of every success; the name of what is answered says more. */
function describe(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(describe)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, describe(inner)])
  const record: Record<string, unknown> = Object.fromEntries(entries)
  // A UUID's format says enough; its pattern is longer than most operations.
  if (record.format === 'uuid') delete record.pattern
  // A body that may be null may be left out.
  if (
    record.required === true &&
    /"anyOf":\[.*\{"type":"null"\}\]\}/.test(JSON.stringify(record.content ?? {}))
  ) {
    record.required = false
  }
  if (record.description !== 'Default Response') return record
  const reference = JSON.stringify(record.content ?? {}).match(/"\$ref":"#\/components\/schemas\/(\w+)"/)
  return { ...record, description: reference ? `\`${reference[1]}\`` : 'Done.' }
}
