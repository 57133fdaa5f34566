import type { AdministrationAccess } from '@stella/e-boekhouden-sandbox'
import { envelope, post, textOf } from './post.ts'

/** Opens a session. @returns the two elements that every other call begins with */
export async function access(soapUrl: string, { username, code1, code2 }: AdministrationAccess) {
  const answer = await post(
    soapUrl,
    envelope(
      `<OpenSession><Username>${username}</Username><SecurityCode1>${code1}</SecurityCode1><SecurityCode2>${code2}</SecurityCode2></OpenSession>`,
    ),
  )
  const id = textOf(answer, 'SessionID')
  if (!id) throw new Error(`no session: ${answer.text}`)
  return {
    session: `<SessionID>${id}</SessionID>`,
    code2: `<SecurityCode2>${code2}</SecurityCode2>`,
    both: `<SessionID>${id}</SessionID><SecurityCode2>${code2}</SecurityCode2>`,
  }
}
