import { randomUUID } from 'node:crypto'
import type { Administration } from '../books/administration.ts'
import { drawGuid } from '../books/new-administration.ts'
import type { World } from '../books/world.ts'
import { refusal } from '../operations/refusal.ts'
import { authorize, findSession, isOfficeWithoutBooks, noError, type Service } from '../operations/service.ts'
import type { RequestOf, ResultOf } from '../protocol/values.ts'

export function openSession(service: Service, request: RequestOf<'OpenSession'>): ResultOf<'OpenSession'> {
  const books = login(service, request)
  return { ErrorMsg: noError, SessionID: start(service, books, books, request.Source) }
}

/** An accountant opens the books of a client with codes of their own. */
export function openSessionSub(
  service: Service,
  request: RequestOf<'OpenSessionSub'>,
): ResultOf<'OpenSessionSub'> {
  const accountant = login(service, request)
  if (!accountant.accountant) throw refusal('E002.5')
  const guid = request.AdministratieGUID.trim().toUpperCase()
  const client = service.store.world.administrations.get(guid)
  const allowed = client && (client === accountant || accountant.clients.includes(client.guid))
  if (!allowed || client.ended || isOfficeWithoutBooks(service, client)) throw refusal('E001.2')
  return { ErrorMsg: noError, SessionID: start(service, client, accountant, request.Source) }
}

export function closeSession(service: Service, request: RequestOf<'CloseSession'>): ResultOf<'CloseSession'> {
  // Its answer has no place for a code: whatever is wrong with the session, the call succeeds.
  try {
    const { id } = findSession(service, request.SessionID)
    service.store.note([{ kind: 'session_closed', id }])
  } catch {}
  return null
}

export function autoLogin(service: Service, request: RequestOf<'AutoLogin'>): ResultOf<'AutoLogin'> {
  const { session } = authorize(service, request)
  if (session.username !== request.Username.trim()) throw refusal('E002.1')
  return { ErrorMsg: noError, Token: randomUUID().replaceAll('-', '').toUpperCase() }
}

type Login = Pick<RequestOf<'OpenSession'>, 'Username' | 'SecurityCode1' | 'SecurityCode2'>

/** The administration that a login means, whether it may have it or not. Several may share a user name: then the
 * one with most of the codes; with none of them it is not known which. */
export function meantBy(world: World, login: Login): Administration | undefined {
  const [username, code1, code2] = [login.Username, login.SecurityCode1, login.SecurityCode2].map((text) =>
    text.trim(),
  )
  const own = [...world.administrations.values()].filter((books) => books.username === username)
  return (
    own.find((books) => books.code1 === code1 && books.code2 === code2) ??
    own.find((books) => books.code1 === code1) ??
    own.find((books) => books.code2 === code2) ??
    (own.length === 1 ? own[0] : undefined)
  )
}

/** Which of the three is wrong is told as far as the manual's codes go. */
function login(service: Service, request: Login & { Source: string }): Administration {
  const tooLong = request.Username.length > 55 || request.SecurityCode1.length > 50
  if (tooLong || request.SecurityCode2.length > 50 || request.Source.length > 15) throw refusal('E001.7')
  const books = meantBy(service.store.world, request)
  if (books?.code1 !== request.SecurityCode1.trim()) throw refusal('E001.1')
  if (books.code2 !== request.SecurityCode2.trim()) throw refusal('E001.3')
  if (books.ended) throw refusal('E001.2')
  if (!books.permission) throw refusal('E001.5')
  return books
}

function start(service: Service, books: Administration, user: Administration, source: string): string {
  const id = drawGuid()
  const openedAt = service.clock.now().toISOString()
  const { username, code2 } = user
  service.store.note([
    {
      kind: 'session_opened',
      session: {
        id,
        administration: books.guid,
        code2,
        username,
        source,
        openedAt,
        usedAt: openedAt,
        closed: false,
      },
    },
  ])
  return id
}
