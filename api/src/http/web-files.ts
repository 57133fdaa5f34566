import { existsSync } from 'node:fs'
import path from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'
import { sendProblem } from './error-handler.ts'
import { isApi } from './security-headers.ts'

/** Vite puts a hash of the content in the names of what is in this folder, so a name never changes its content. */
const hashedFolder = `${path.sep}assets${path.sep}`

/**
 * Serves the built web. Every address that is no file is a screen of it, which the page itself finds out; below
 * /api and /assets what is not there is not found.
 */
export async function serveWeb(app: FastifyInstance, webFolder: string | undefined): Promise<void> {
  const hasWeb = webFolder !== undefined && existsSync(path.join(webFolder, 'index.html'))
  if (hasWeb) {
    await app.register(staticFiles, {
      root: webFolder,
      // One route per file, known at start: no request decides which file of the disk is read.
      wildcard: false,
      // The build writes each text file compressed as well; those are ways to send it, not files of their own.
      preCompressed: true,
      globIgnore: ['**/*.br', '**/*.gz'],
      index: 'index.html',
      cacheControl: false,
      setHeaders: (reply, file) => {
        const isHashed = file.includes(hashedFolder)
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) =>
    hasWeb && isScreen(request) ? reply.sendFile('index.html') : notFound(request, reply),
  )
}

function isScreen({ method, url }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !isApi(url) && !url.startsWith('/assets/')
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(request, reply, new ApiError('not_found'))
}
