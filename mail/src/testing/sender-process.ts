// The mail as a process of its own, which a test can kill.
import { createSeal, silentLog } from '@stella/bookkeeping'
import { openDatabase } from '@stella/database'
import { smtpPost } from '../post/smtp-post.ts'
import { startMail } from '../start-mail.ts'

const { DATABASE = '', SERVER = '' } = process.env
await startMail({
  database: openDatabase({ url: DATABASE, role: 'stella_mail', maxConnections: 3 }),
  post: smtpPost({ url: SERVER, from: 'Stella <stella@voorbeeld.test>' }),
  seal: createSeal([]),
  publicUrl: 'https://stella.voorbeeld.test',
  shareLinkKey: 'a key of the test',
  log: silentLog,
  pollEverySeconds: 0.5,
  superviseEverySeconds: 1,
})
