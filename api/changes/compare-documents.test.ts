import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { openApiFile } from '../src/openapi/document.ts'
import { compareDocuments, type Document } from './compare-documents.ts'

/** A small API: a list with a filter, something to send, and what is answered. */
const released = () => ({
  paths: {
    '/api/dogs': {
      get: {
        security: [{ apiKey: [] }, { session: [] }],
        parameters: [
          { name: 'search', in: 'query', required: false, schema: { type: 'string', maxLength: 200 } },
          { name: 'limit', in: 'query', required: false, schema: { type: 'integer', maximum: 200 } },
        ],
        responses: {
          '200': { content: json({ type: 'array', items: reference('Dog') }) },
          '400': { description: 'Refused: `invalid_request`.' },
        },
      },
      post: {
        security: [{ session: [] }],
        requestBody: { required: true, content: json(reference('DogContent')) },
        responses: { '201': { content: json(reference('Dog')) } },
      },
    },
  },
  components: {
    schemas: {
      DogContent: {
        type: 'object',
        properties: {
          name: { type: 'string', maxLength: 100 },
          size: { type: 'string', enum: ['small', 'large'] },
          owner: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        },
        required: ['name'],
        additionalProperties: false,
      },
      Dog: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          size: { type: 'string', enum: ['small', 'large'] },
          owner: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          home: { anyOf: [reference('Kennel'), { type: 'null' }] },
        },
        required: ['name', 'size', 'owner'],
      },
      Kennel: {
        oneOf: [
          { type: 'object', properties: { kind: { type: 'string', const: 'house' } }, required: ['kind'] },
          { type: 'object', properties: { kind: { type: 'string', const: 'barn' } }, required: ['kind'] },
        ],
      },
    },
  },
})

function json(schema: object) {
  return { 'application/json': { schema } }
}

function reference(name: string) {
  return { $ref: `#/components/schemas/${name}` }
}

/** Whatever of the document a case changes; a case that changes nothing fails. */
type Loose = ReturnType<typeof JSON.parse>

function changesAfter(change: (document: Loose) => void): string[] {
  const after = structuredClone(released())
  change(after)
  return compareDocuments(released() as Document, after as Document)
    .map(({ breaking, kind, subject, words }) => `${breaking ? 'breaking' : kind}: ${subject} ${words}`)
    .sort()
}

const dogs = (document: Loose) => document.paths['/api/dogs']
const sent = (document: Loose) => document.components.schemas.DogContent
const answered = (document: Loose) => document.components.schemas.Dog

const cases: [what: string, change: (document: Loose) => void, expected: string[]][] = [
  ['an operation that goes', (d) => delete dogs(d).post, ['breaking: POST /api/dogs is gone']],
  ['an operation that comes', (d) => (dogs(d).put = { responses: {} }), ['added: PUT /api/dogs is new']],
  [
    'fewer ways in',
    (d) => dogs(d).get.security.shift(),
    ['breaking: GET /api/dogs can no longer be called with apiKey'],
  ],
  [
    'a parameter that goes',
    (d) => dogs(d).get.parameters.shift(),
    ['breaking: GET /api/dogs ?search is gone'],
  ],
  [
    'a parameter that comes',
    (d) => dogs(d).get.parameters.push({ name: 'page', in: 'query', schema: { type: 'string' } }),
    ['added: GET /api/dogs ?page is new'],
  ],
  [
    'a parameter that must be sent',
    (d) => (dogs(d).get.parameters[0].required = true),
    ['breaking: GET /api/dogs ?search must be sent now'],
  ],
  [
    'a narrower bound of what is sent',
    (d) => (dogs(d).get.parameters[1].schema.maximum = 100),
    ['breaking: GET /api/dogs ?limit has maximum 100 now'],
  ],
  [
    'a wider bound of what is sent',
    (d) => delete sent(d).properties.name.maxLength,
    ['changed: DogContent.name has no maxLength any more'],
  ],
  [
    'a least length of what is sent',
    (d) => (sent(d).properties.name.minLength = 1),
    ['breaking: DogContent.name has minLength 1 now'],
  ],
  [
    'a field to send that goes',
    (d) => delete sent(d).properties.owner,
    ['breaking: DogContent.owner is gone'],
  ],
  [
    'a field to send that comes',
    (d) => (sent(d).properties.age = { type: 'integer' }),
    ['added: DogContent.age is new'],
  ],
  [
    'a field to send that comes and must be sent',
    (d) => {
      sent(d).properties.age = { type: 'integer' }
      sent(d).required.push('age')
    },
    ['breaking: DogContent.age is new, and must be sent'],
  ],
  [
    'a field that must be sent from now on',
    (d) => sent(d).required.push('size'),
    ['breaking: DogContent.size must be sent now'],
  ],
  [
    'a value fewer to send',
    (d) => sent(d).properties.size.enum.pop(),
    ['breaking: DogContent.size is never "large" any more'],
  ],
  ['a value more', (d) => answered(d).properties.size.enum.push('huge'), ['added: Dog.size may be "huge"']],
  [
    'a value fewer to be answered',
    (d) => answered(d).properties.size.enum.pop(),
    ['removed: Dog.size is never "large" any more'],
  ],
  [
    'a field of the answer that goes',
    (d) => delete answered(d).properties.size,
    ['breaking: Dog.size is gone'],
  ],
  [
    'a field of the answer that comes',
    (d) => {
      answered(d).properties.age = { type: 'integer' }
      answered(d).required.push('age')
    },
    ['added: Dog.age is new'],
  ],
  [
    'a field of the answer that may be left out',
    (d) => answered(d).required.pop(),
    ['breaking: Dog.owner may be left out now'],
  ],
  [
    'an answer that may be null',
    (d) => (answered(d).properties.name = { anyOf: [{ type: 'string' }, { type: 'null' }] }),
    ['breaking: Dog.name may be null now'],
  ],
  [
    'something sent that may no longer be null',
    (d) => (sent(d).properties.owner = { type: 'string' }),
    ['breaking: DogContent.owner may no longer be null'],
  ],
  [
    'another type',
    (d) => (answered(d).properties.name.type = 'integer'),
    ['breaking: Dog.name is integer now, was string'],
  ],
  [
    'a variant that comes',
    (d) => d.components.schemas.Kennel.oneOf.push({ properties: { kind: { const: 'tent' } } }),
    ['added: Kennel may be "tent"'],
  ],
  [
    'a field within a variant that goes',
    (d) => delete d.components.schemas.Kennel.oneOf[0].properties.kind,
    ['added: Kennel may be "object"', 'removed: Kennel is never "house" any more'],
  ],
  [
    'another status of success',
    (d) => {
      dogs(d).post.responses['202'] = dogs(d).post.responses['201']
      delete dogs(d).post.responses['201']
    },
    ['added: POST /api/dogs 202 may be answered', 'breaking: POST /api/dogs 201 is never answered any more'],
  ],
  [
    'another refusal',
    (d) => (dogs(d).get.responses['400'].description = 'Refused: `invalid_cursor`.'),
    [
      'added: GET /api/dogs may be refused with `invalid_cursor`',
      'changed: GET /api/dogs is no longer refused with `invalid_request`',
    ],
  ],
  [
    'a body that may be left out',
    (d) => (dogs(d).post.requestBody.required = false),
    ['changed: POST /api/dogs body may be left out now'],
  ],
  [
    'another form of the answer',
    (d) => (dogs(d).get.responses['200'].content = { 'text/csv': { schema: { type: 'string' } } }),
    ['added: GET /api/dogs 200 may be text/csv', 'breaking: GET /api/dogs 200 is no longer application/json'],
  ],
]

describe('what changed in the API', () => {
  test.each(cases)('%s', (_what, change, expected) => {
    expect(changesAfter(change)).toEqual(expected)
  })

  test('other words are no change', () => {
    expect(changesAfter((d) => (dogs(d).get.description = 'Other words.'))).toEqual([])
  })

  test('is nothing between the real document and itself, and something for each schema that goes', async () => {
    const text = await readFile(openApiFile, 'utf8')
    expect(compareDocuments(JSON.parse(text), JSON.parse(text))).toEqual([])
    for (const [name, schema] of Object.entries<Loose>(JSON.parse(text).components.schemas)) {
      const [field] = Object.keys(schema.properties ?? {})
      if (field === undefined) continue
      const after = JSON.parse(text)
      delete after.components.schemas[name].properties[field]
      const changes = compareDocuments(JSON.parse(text), after)
      // Refusals share one schema, which is compared with none of them.
      const isOfRefusals = name === 'Problem' || name === 'FieldProblem'
      expect(changes.map(({ subject }) => subject).includes(`${name}.${field}`), name).toBe(!isOfRefusals)
    }
  })
})
