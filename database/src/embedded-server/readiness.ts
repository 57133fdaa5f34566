import { existsSync } from 'node:fs'
import path from 'node:path'
import { withClient } from '../pools/with-client.ts'
import { superuser } from './cluster.ts'
import { socketName } from './folders.ts'

const databaseName = 'stella'

export function serverUrl(socketFolder: string, database: string = databaseName): string {
  return `postgresql://${superuser}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
}

/** Whether the server answers a query. Makes the database `stella` if this server has never had it. */
export async function isReady(socketFolder: string): Promise<boolean> {
  if (!existsSync(path.join(socketFolder, socketName))) return false
  const answer = await ask(serverUrl(socketFolder), 'select 1')
  const noSuchDatabase = '3D000'
  if (answer !== noSuchDatabase) return answer === 'ok'
  const duplicateDatabase = '42P04'
  const made = await ask(serverUrl(socketFolder, 'postgres'), `create database ${databaseName}`)
  return made === 'ok' || made === duplicateDatabase
}

async function ask(url: string, query: string): Promise<string> {
  try {
    await withClient(url, 'readiness', (client) => client.query(query), { connectionTimeoutMillis: 5_000 })
    return 'ok'
  } catch (error) {
    return (error as { code?: string }).code ?? 'error'
  }
}
