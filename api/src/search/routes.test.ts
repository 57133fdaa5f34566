import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

test('what was meant is found, slips of the keyboard and accents aside, and never of another organization', async () => {
  const [person, stranger] = [await signUp(api.app), await signUp(api.app)]
  for (const name of ['Bakkerij Çelik', 'Timmerbedrijf Zonneveld', 'Café De Zwaan'])
    await person.as('POST', '/api/customers', { ...company, name })
  await stranger.as('POST', '/api/customers', { ...company, name: 'Bakkerij Celik Elders' })
  const radiator = { description: 'Radiator type 22', unitPrice: '100', vatTreatment: 'high' }
  await person.as('POST', '/api/products', radiator)
  const alike = async (search: string) => {
    const answer = await person.as('GET', `/api/search/alike?limit=5&search=${encodeURIComponent(search)}`)
    expect(answer.statusCode, answer.body).toBe(200)
    const { customers, products } = answer.json()
    return [...customers, ...products].map(({ description, name }) => name ?? description)
  }
  for (const [typed, meant] of [
    ['bakerij', 'Bakkerij Çelik'],
    ['bakkreij celik', 'Bakkerij Çelik'],
    ['zoneveld', 'Timmerbedrijf Zonneveld'],
    ['timmerbedijf zonnevelt', 'Timmerbedrijf Zonneveld'],
    ['radaitor', 'Radiator type 22'],
  ] as const)
    expect(await alike(typed), typed).toContain(meant)
  for (const typed of ['2026-0214', 'ab', '', 'xyzzyx', '%_\\']) expect(await alike(typed), typed).toEqual([])
  const noText = await person.as('GET', '/api/search/alike?search=%00')
  expect(noText.json()).toMatchObject({ status: 400, code: 'invalid_request' })
})
