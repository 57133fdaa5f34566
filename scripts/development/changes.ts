import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ViteDevServer } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  workspaces: string[]
}

/** What the program and the sandbox are made of, from the root; the screens are Vite's. */
const sources = workspaces
  .filter((workspace) => workspace !== 'web')
  .flatMap((workspace) => [`${workspace}/src`, `${workspace}/migrations`])
  .filter((folder) => existsSync(join(root, folder)))

/** An editor that saves all its files, or a change of branch, is one change. */
const quietMs = 100

export interface Changes {
  /** Settles with a file, from the root, when one has changed since it was last asked, and all is quiet. */
  next(): Promise<string>
  /** Whether one has, be all quiet or not. */
  isWaiting(): boolean
}

/** The changes of the program's code, seen by the watcher that Vite has anyway. */
export function watchSources({ watcher }: Pick<ViteDevServer, 'watcher'>): Changes {
  let changed = Promise.withResolvers<string>()
  let quiet: NodeJS.Timeout | undefined
  let isWaiting = false
  watcher.add(sources.map((folder) => join(root, folder)))
  watcher.on('all', (_event, path) => {
    const file = relative(root, path).split(sep).join('/')
    if (!isOfProgram(file)) return
    isWaiting = true
    clearTimeout(quiet)
    quiet = setTimeout(() => changed.resolve(file), quietMs)
  })
  return {
    async next() {
      const { promise } = changed
      const file = await promise
      if (promise === changed.promise) changed = Promise.withResolvers()
      isWaiting = false
      return file
    },
    isWaiting: () => isWaiting,
  }
}

/** What proves the program is no part of what runs. */
function isOfProgram(file: string): boolean {
  const isProof = /\.test\.ts$|\/testing\//.test(file)
  return !isProof && sources.some((folder) => file.startsWith(`${folder}/`))
}
