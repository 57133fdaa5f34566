import { type OperationName, operations } from '../protocol/operations.ts'
import { complexTypes, enumerations } from '../protocol/types.ts'
import { type Fields, fieldType } from '../protocol/values.ts'
import { targetNamespace } from '../protocol/wsdl.ts'
import { escapeXml } from '../xml/write.ts'
import { envelopeNamespaces, type SoapVersion } from './envelope.ts'

/** What stands in an element: by its name and the name of its type. */
type Content = (field: string, type: string) => string

/** The request of an operation with types for values, as the page of an .asmx service shows it. */
export function requestShape(operation: OperationName, version: SoapVersion): string {
  return message(version, operation, linesOf(operations[operation].request, typeName))
}

/** The same of its answer. */
export function responseShape(operation: OperationName, version: SoapVersion): string {
  const type = operations[operation].result
  const lines = type === null ? [] : around(`${operation}Result`, linesOf(complexTypes[type], typeName))
  return message(version, `${operation}Response`, lines)
}

/** A request that can be sent to new books, but for what stands in brackets: the codes, the session and the first relation.
 * @param today 'YYYY-MM-DD' */
export function exampleRequest(operation: OperationName, today: string): string {
  const given = examples[operation] ?? {}
  const content: Content = (field, type) =>
    given[field] ?? signIn[field] ?? (type === 'dateTime' ? `${today}T00:00:00` : (unused[type] ?? ''))
  return message('1.1', operation, linesOf(operations[operation].request, content))
}

/** What `fill` puts in an example. */
export type SignInData = Record<
  'Username' | 'SecurityCode1' | 'SecurityCode2' | 'SessionID' | 'Guid' | 'RelationID',
  string
>

export function fill(example: string, data: SignInData): string {
  return example.replace(/\[(\w+)\]/g, (bracket, name: string) =>
    Object.hasOwn(data, name) ? escapeXml(data[name as keyof SignInData]) : bracket,
  )
}

const signIn: Record<string, string> = {
  Username: '[Username]',
  SecurityCode1: '[SecurityCode1]',
  SecurityCode2: '[SecurityCode2]',
  SessionID: '[SessionID]',
  AdministratieGUID: '[Guid]',
}

/** As the manual asks: all elements present, numbers that are not used 0. */
const unused: Record<string, string> = { long: '0', decimal: '0', double: '0', boolean: 'false' }

const always = { DatumVan: '1980-01-01T00:00:00', DatumTm: '2049-12-31T00:00:00' }
const balances = { DatumVan: '1980-01-01T00:00:00', DatumTot: '2049-12-31T00:00:00' }
const vat = { BTWCode: 'HOOG_VERK_21', BTWPercentage: '21' }

const examples: Partial<Record<OperationName, Record<string, string>>> = {
  AddRelatie: { Code: 'K1', Bedrijf: 'Bakkerij De Korst', Plaats: 'Utrecht', BP: 'B' },
  UpdateRelatie: { ID: '[RelationID]', Code: 'K1', Bedrijf: 'Bakkerij De Korst', Plaats: 'Zeist', BP: 'B' },
  AddMutatie: {
    ...{ Soort: 'FactuurVerstuurd', Rekening: '1300', RelatieCode: 'K1', Factuurnummer: '2026-0001' },
    ...{ Omschrijving: 'Factuur 2026-0001', Betalingstermijn: '14', InExBTW: 'EX' },
    ...{ BedragInvoer: '100.00', BedragExclBTW: '100.00', BedragBTW: '21.00', BedragInclBTW: '121.00' },
    ...{ ...vat, TegenrekeningCode: '8000' },
  },
  GetMutaties: always,
  AddFactuur: {
    ...{ Relatiecode: 'K1', Betalingstermijn: '14', Factuursjabloon: 'Standaard' },
    ...{ InBoekhoudingPlaatsen: 'true', BoekhoudmutatieOmschrijving: 'Arbeid' },
    ...{ Aantal: '1', Eenheid: 'uur', Code: 'UUR', Omschrijving: 'Arbeid', PrijsPerEenheid: '60.00' },
    ...{ BTWCode: vat.BTWCode, TegenrekeningCode: '8010' },
  },
  GetFacturen: always,
  AddGrootboekrekening: { Code: '8020', Omschrijving: 'Omzet verhuur', Categorie: 'VW' },
  UpdateGrootboekrekening: { ID: '15', Code: '8000', Omschrijving: 'Omzet goederen', Categorie: 'VW' },
  GetSaldo: { ...balances, GbCode: '1300' },
  GetSaldi: balances,
  GetOpenPosten: { OpSoort: 'Debiteuren' },
}

const typeName: Content = (_field, type) => {
  if (type === 'anyType') return ''
  return Object.hasOwn(enumerations, type)
    ? enumerations[type as keyof typeof enumerations].join(' or ')
    : type
}

function linesOf(fields: Fields, content: Content): string[] {
  return Object.entries(fields).flatMap(([field, notation]) => {
    const { name, list } = fieldType(notation)
    const inside = Object.hasOwn(complexTypes, name)
      ? linesOf(complexTypes[name as keyof typeof complexTypes], content)
      : null
    if (inside === null) return `<${field}>${escapeXml(content(field, name))}</${field}>`
    return around(field, list ? around(name, inside) : inside)
  })
}

function message(version: SoapVersion, name: string, lines: readonly string[]): string {
  const element = around(`${name} xmlns="${targetNamespace}"`, lines)
  const body = around('soap:Body', element)
  const envelope = around(`soap:Envelope xmlns:soap="${envelopeNamespaces[version]}"`, body)
  return ['<?xml version="1.0" encoding="utf-8"?>', ...envelope].join('\n')
}

function around(tag: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [`<${tag} />`]
  return [`<${tag}>`, ...lines.map((line) => `  ${line}`), `</${tag.replace(/ .*/, '')}>`]
}
