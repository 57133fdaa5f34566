import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { folderPost } from './folder-post.ts'
import type { Letter } from './post.ts'

const letter: Letter = {
  to: { name: 'Zoë «Z» de Vries', address: 'zoe@voorbeeld.test' },
  language: 'nl',
  subject: 'Café Zoë: de koppeling wacht',
  text: 'Dag Zoë,\n\nfacturen wachten.\n',
  html: '<p>Dag Zoë</p>',
  date: new Date('2026-11-22T13:31:05Z'),
  key: 'pause.1.2',
}

test('a letter becomes one file, for this user only, that says the same to any mail program', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'stella-letters-')), 'mail')
  const post = folderPost({ folder, from: 'Stella <stella@voorbeeld.test>' })
  expect(await post.send(letter)).toMatchObject({ outcome: 'sent' })
  expect(await post.send({ ...letter, text: 'Dag Zoë, nog eens\n' })).toMatchObject({ outcome: 'sent' })
  expect(readdirSync(folder)).toEqual(['2026-11-22-1331-pause.1.2.eml'])
  const file = join(folder, '2026-11-22-1331-pause.1.2.eml')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const read = await simpleParser(readFileSync(file))
  expect(read).toMatchObject({
    subject: letter.subject,
    messageId: '<pause.1.2@voorbeeld.test>',
    date: letter.date,
    text: 'Dag Zoë, nog eens\n',
  })
  expect([read.to].flat()[0]?.value).toEqual([{ name: letter.to.name, address: letter.to.address }])
  rmSync(join(folder, '..'), { recursive: true })
})

test('a folder that cannot be written to is told, and the letter stays in the queue', async () => {
  const post = folderPost({ folder: '/dev/null/mail', from: 'stella@voorbeeld.test' })
  expect(await post.send(letter)).toMatchObject({
    outcome: 'failed',
    reason: expect.stringContaining('ENOTDIR'),
  })
})
