import { errorCodes } from '@stella/e-boekhouden'
import { textsIn } from '@stella/texts'
import { describe, expect, test } from 'vitest'
import { connectionRefusalCodes } from '../connections/refusal.ts'
import { causeCodes, causes, mayBeInBooks } from './causes.ts'
import { classify } from './classify.ts'
import { causeOfServiceCode, codesOfTakenNumbers } from './service-codes.ts'

describe.each(['nl', 'en'] as const)('the sentences in %s', (language) => {
  const texts = textsIn(language)

  test('there is one for every cause and refusal, and none for anything else', () => {
    expect(Object.keys(texts.causes).sort()).toEqual([...causeCodes].sort())
    expect(Object.keys(texts.refusals).sort()).toEqual([...connectionRefusalCodes].sort())
  })

  test('none holds a code of the service or a word of our trade', () => {
    const sentences = JSON.stringify([texts.causes, texts.refusals])
    expect(sentences).not.toMatch(/CMUT|CREL|E00\d|SOAP|API|sync|payload|time-?out|session\b|sessie/i)
  })

  test('why it is so can be understood alone: in the log nothing stands before it that it could point back at', () => {
    for (const sentences of [...Object.values(texts.causes), ...Object.values(texts.relationCauses)]) {
      expect(sentences.why).not.toMatch(
        /\b(die vraag|die tijd|die gebruiker|waarmee ze|niet duidelijk is wat er)\b/i,
      )
      expect(sentences.why).not.toMatch(
        /\b(that question|that time|that user|they were sealed|clear what is there)\b/i,
      )
      expect(sentences.why).not.toMatch(/^(Zolang|As long as)|\b(is daar veranderd|changed there)\b/)
    }
  })

  test('where the service does not say which account it means, no account is blamed alone', () => {
    const { why, next } = texts.causes.account_unknown
    for (const account of ['1300', '8000']) {
      expect(why).toContain(account)
      expect(next).toContain(account)
    }
  })

  test('whoever must act is told to, and nobody else', () => {
    for (const code of causeCodes) {
      const { next } = texts.causes[code]
      const isAtRest = /^(U hoeft niets te doen|You need do nothing)/.test(next)
      if (causes[code].actor === 'nobody') expect(next, code).toMatch(/niets te doen|do nothing/)
      else if (causes[code].actor !== 'owner') expect(isAtRest, code).toBe(false)
    }
  })

  test('whom only the support can help is sent there, in the words that become its link', () => {
    const { support } = texts.screens.mending
    for (const code of causeCodes) {
      const sentences = [texts.causes[code], Reflect.get(texts.relationCauses, code)]
      for (const { next } of sentences.filter((it) => it !== undefined)) {
        expect(next.includes(support), `${code}: ${next}`).toBe(causes[code].actor === 'support')
      }
    }
  })

  test('the support is told what the support must do, of every cause, and never to ask itself', () => {
    expect(Object.keys(texts.supportActions).sort()).toEqual([...causeCodes].sort())
    expect(JSON.stringify(texts.supportActions)).not.toContain(texts.screens.mending.support)
    for (const code of causeCodes) {
      const action = texts.supportActions[code]
      // Who reads it is not the user, so nothing of theirs is called «your».
      expect(action, code).not.toMatch(/\b(uw|your)\b|^(U|You) /)
      const isAtRest = /^(Er is niets te doen|There is nothing to do)/.test(action)
      if (isAtRest) expect(['nobody', 'owner'], code).toContain(causes[code].actor)
    }
  })

  test('the page of the link sends nobody to itself', () => {
    const { preferences } = texts.screens
    const place = `${preferences.title}, ${preferences.integrations}`
    const sent = causeCodes.filter((code) => texts.causes[code].next.includes(place))
    expect(sent.length).toBeGreaterThan(0)
    expect(Object.keys(texts.nextAtConnection).sort()).toEqual(sent.sort())
    expect(JSON.stringify(texts.nextAtConnection)).not.toContain(place)
  })
})

test('whoever uses Stella is led to what they must mend, and nobody else is sent anywhere', () => {
  for (const code of causeCodes) {
    const { actor, class: kind, mend } = causes[code]
    const mustAct = actor === 'owner' || actor === 'bookkeeper'
    // What was given up only for its age can be offered again by anybody.
    const isGivenUp = code === 'tried_too_long' || code === 'unresolved_too_long'
    expect(mend === 'nothing', code).toBe(!mustAct && !isGivenUp)
    expect(mend === 'codes' || mend === 'connection', code).toBe(kind === 'pause' && mustAct)
  }
})

test('of what passes, waits or was refused it is certain that it is not in the books', () => {
  const refusals = [...Object.values(causeOfServiceCode), 'relation_not_accepted', 'field_too_long'] as const
  for (const code of refusals) expect(mayBeInBooks(code), code).toBe(false)
  for (const code of causeCodes) {
    if (mayBeInBooks(code)) expect(causes[code].class, code).toBe('needs_person')
  }
  expect(mayBeInBooks('found_twice')).toBe(true)
})

test('every code that booking a sale can give has a cause or leads to a look-up', () => {
  const operations = ['AddMutatie', 'AddRelatie', 'OpenSession', 'GetMutaties']
  const known = Object.entries(errorCodes)
    .filter(([, { operation }]) => operation === null || operations.includes(operation))
    .map(([code]) => code)
    .filter((code) => !code.startsWith('E002'))
  for (const code of known) {
    expect(code in causeOfServiceCode || codesOfTakenNumbers.has(code), code).toBe(true)
  }
})

describe('classify', () => {
  test.each([
    [{ kind: 'not_sent' }, 'try_again', false],
    [{ kind: 'no_answer', throttled: false }, 'try_again', true],
    [{ kind: 'no_answer', throttled: true }, 'try_again', true],
    [{ kind: 'fault' }, 'try_again', true],
    [{ kind: 'session' }, 'try_again', false],
    [{ kind: 'credentials', code: 'E001.1' }, 'pause', false],
    [{ kind: 'credentials', code: 'E001.9' }, 'pause', false],
    [{ kind: 'credentials', code: 'E001.5' }, 'pause', false],
    [{ kind: 'call_limit', code: 'E003.1' }, 'pause', false],
    [{ kind: 'codes_unreadable' }, 'pause', false],
    [{ kind: 'rejected', code: 'CMUT020' }, 'needs_person', false],
    [{ kind: 'rejected', code: 'NEVER_SEEN' }, 'needs_person', false],
    [{ kind: 'invalid_request', code: 'name', tooLong: true }, 'needs_person', false],
  ] as const)('%j is of class %s, perhaps done: %s', (failure, kind, mayBeDone) => {
    expect(classify(failure)).toMatchObject({ class: kind, mayBeDone, taken: false })
  })

  test.each(['CMUT018', 'CMUT019', 'CREL001'])('%s asks for a look', (code) => {
    expect(classify({ kind: 'rejected', code })).toMatchObject({ taken: true, mayBeDone: false })
  })
})
