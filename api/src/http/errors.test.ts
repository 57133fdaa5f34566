import { problemCodes } from '@stella/invoicing'
import { languages, textsIn } from '@stella/texts'
import { describe, expect, test } from 'vitest'
import { errorCodes } from './errors.ts'

describe.each(languages)('the sentences in «%s»', (language) => {
  const { errors, fields } = textsIn(language).api

  test('are those of the errors, no more and no fewer', () => {
    expect(Object.keys(errors).sort()).toEqual([...errorCodes].sort())
  })

  test('cover every problem the domain finds in a field', () => {
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(problemCodes)))
  })

  test('are whole: a title without a full stop, a detail with one', () => {
    for (const { title, detail } of Object.values(errors)) {
      expect(title).toMatch(/^[A-Z].*[^.]$/i)
      expect(detail).toMatch(/\.$/)
    }
    for (const sentence of Object.values(fields)) expect(sentence(7, 'ᚠ')).toMatch(/\.$/)
  })
})
