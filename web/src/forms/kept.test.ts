import { describe, expect, it } from 'vitest'
import { readKept, same } from './kept.ts'

const saved = { name: 'Kroon', city: null, kvkNumber: '' }

describe('what a browser kept of a form', () => {
  it('is read with the fields that the form knows', () => {
    const kept = {
      values: { name: 'Kroon BV', city: 'Ede', more: 'x', kvkNumber: 7 },
      from: { name: 'Kroon' },
    }
    expect(readKept(kept, saved)).toEqual({
      values: { name: 'Kroon BV', city: 'Ede', kvkNumber: '' },
      from: saved,
    })
  })

  it('is read with what belongs together, and left out where it has another form', () => {
    const none = {
      ...saved,
      post: { city: '', code: null },
      people: [] as { name: string; wants: boolean }[],
    }
    const people = [{ name: 'Ilse', wants: true }]
    const typed = { ...none, post: { city: 'Ede', code: '1' }, people }
    expect(readKept({ values: typed, from: none }, none)?.values).toEqual(typed)
    const broken = { ...none, name: 'x', post: { city: 7 }, people: ['Ilse', { name: {} }] }
    expect(readKept({ values: broken, from: {} }, none)?.values).toEqual({ ...none, name: 'x' })
    expect(same({ ...none, people }, none)).toBe(false)
    expect(same({ ...none, post: { city: null, code: '' } }, none)).toBe(true)
  })

  it.each([undefined, null, 'x', [], {}, { values: null, from: {} }, { values: { name: 'x' } }])(
    'is left alone when it is %j',
    (kept) => expect(readKept(kept, saved)).toBeUndefined(),
  )

  it('is nothing when it is what was saved meanwhile', () => {
    expect(readKept({ values: { name: 'Kroon', city: '' }, from: {} }, saved)).toBeUndefined()
    expect(same({ ...saved, city: 'Ede' }, saved)).toBe(false)
  })
})
