import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bookkeeperOf } from './bookkeeper/bookkeeper.ts'
import { snapshotOf } from './books/snapshot.ts'
import { openStore } from './books/store.ts'
import {
  accessTo,
  addAdministration,
  changeAdministration,
  changePassword,
  findAdministration,
  isAdministration,
} from './control/administrations.ts'
import { readJournal } from './control/journal.ts'
import { changeSettings, checkSettings } from './control/settings.ts'
import { createFaults } from './faults/rules.ts'
import type { Sandbox, SandboxOptions } from './handle/sandbox.ts'
import { isLoopback } from './http/guards.ts'
import { listen } from './http/server.ts'
import { soapPath } from './http/soap-endpoint.ts'
import { check } from './inputs/check.ts'
import { newAdministration } from './inputs/shapes.ts'
import { createJournal } from './journal/journal.ts'
import type { Parts } from './parts.ts'
import { createClock } from './time/clock.ts'

/**
 * Starts a sandbox in this process.
 * @throws SandboxError with a code of `sandboxErrors`: port taken, books in use or of a newer version, …
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0 } = options
  const settings = checkSettings(options.settings ?? {})
  const administration = check(newAdministration, options.administration ?? {}, 'administration_invalid')
  const clock = createClock(options.now ?? (() => new Date()))
  const control = options.control ?? isLoopback(host)
  const store = openStore({
    dataFolder: options.dataFolder,
    administration,
    settings,
    clock,
  })
  const journal = createJournal(options.journalSize ?? 2000)
  const faults = createFaults(control, (name) => isAdministration(store, name))
  const parts: Parts = {
    store,
    clock,
    journal,
    faults,
    control,
    url: '',
    reset() {
      store.reset()
      faults.clear()
      journal.clear()
      clock.follow()
    },
  }
  let server: Server
  try {
    server = await listen(() => parts, host, port)
  } catch (error) {
    store.close()
    throw error
  }
  parts.url = options.publicUrl?.replace(/\/+$/, '') ?? addressOf(server, host)
  return handleOf(parts, server)
}

function handleOf(parts: Parts, server: Server): Sandbox {
  const { store, clock, faults, journal } = parts
  return {
    url: parts.url,
    soapUrl: `${parts.url}${soapPath}`,
    get administration() {
      return accessTo(store.first())
    },
    administrations: () => [...store.world.administrations.values()].map(accessTo),
    addAdministration: (given = {}) => addAdministration(store, clock, given),
    changeAdministration: (change, name) => changeAdministration(store, clock, name, change),
    changePassword: (name) => changePassword(store, name),
    books: (name) => snapshotOf(findAdministration(store, name)),
    bookkeeper: (name) => bookkeeperOf(parts, findAdministration(store, name)),
    faults,
    journal: (filter) => readJournal(journal, store, filter),
    settings: {
      get: () => ({ ...store.world.settings }),
      change: (settings) => changeSettings(store, settings),
    },
    clock,
    reset: parts.reset,
    close: () => closeAll(server, parts),
  }
}

async function closeAll(server: Server, parts: Parts): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // Calls that are being done end within milliseconds; held ones would not, and nobody waits for them.
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 100).unref()
  await closed
  parts.store.close()
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
