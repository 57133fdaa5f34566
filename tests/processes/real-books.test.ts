import { expect, onTestFinished, test } from 'vitest'
import { signInAt } from '../program/api-session.ts'
import { newPlace, startProgram } from '../program/running-program.ts'

const patienceMs = 300_000
/** Where nobody listens: nothing is booked here. */
const realBooks = 'http://127.0.0.1:9/soap.asmx'

test('the demo and support logins end when a data folder goes real, and are back with the practice books', {
  timeout: patienceMs,
}, async () => {
  const place = await newPlace()
  onTestFinished(place.clear)
  const practice = await startProgram(place)
  const { demo, support } = practice.screen
  const signedIn = await signInAt(practice.screen.address, demo)
  const desk = await signInAt(practice.screen.address, support)
  const { key } = await signedIn.send<{ key: string }>('POST', '/api/api-keys', { name: 'script' })
  await practice.stop()

  place.environment.EBOEKHOUDEN_SOAP_URL = realBooks
  const real = await startProgram(place)
  const { address } = real.screen
  for (const login of [demo, support]) {
    await expect(signInAt(address, login)).rejects.toThrow('sign_in_refused')
  }
  for (const session of [signedIn, desk]) {
    expect(await session.raw('GET', '/api/session')).toMatchObject({ status: 401 })
  }
  const withKey = await fetch(new URL('/api/customers', address), {
    headers: { authorization: `Bearer ${key}` },
  })
  expect(withKey.status).toBe(401)
  await real.stop()

  delete place.environment.EBOEKHOUDEN_SOAP_URL
  const again = await startProgram(place)
  expect(again.screen.demo).toEqual(demo)
  await signInAt(again.screen.address, demo)
  await signInAt(again.screen.address, support)
  await again.stop()
})
