import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'

const { read, write } = operationsOf('Accounts', 'person')

const DigestWish = z
  .strictObject({
    wanted: z
      .boolean()
      .describe(
        'Whether a mail comes in the morning after something began to wait for people here, and once a week as ' +
          'long as it does. To owners and admins only; true until it is changed.',
      ),
  })
  .meta({ id: 'DigestWish' })

export const getDigestWish = read({
  id: 'getDigestWish',
  summary: 'Read whether a mail comes in the morning',
  description: 'Of the person who is signed in, for the organization they work for.',
  problems: ['no_organization'],
  response: { 200: DigestWish },
})

export const changeDigestWish = write({
  id: 'changeDigestWish',
  summary: 'Choose whether a mail comes in the morning',
  description: 'For the person who is signed in alone.',
  body: DigestWish,
  problems: ['no_organization'],
  response: { 200: DigestWish },
})
