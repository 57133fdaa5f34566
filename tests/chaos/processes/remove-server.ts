import { rmSync } from 'node:fs'
import { startEmbeddedServer } from '@stella/database'

/** Of a run that is gone: joining and stopping its server is the orderly way to end it. */
export async function removeServer(dataFolder: string): Promise<void> {
  await startEmbeddedServer({ dataFolder })
    .then((left) => left.stop())
    .catch(() => {})
  rmSync(dataFolder, { recursive: true, force: true })
}
