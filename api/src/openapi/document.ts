import swagger from '@fastify/swagger'
import fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { App } from '../http/app.ts'
import { openApiOptions } from './options.ts'

/** The file that clients are generated from; a test holds it to what the code says. */
export const openApiFile = new URL('../../openapi.json', import.meta.url)

/** The text of that file for the operations that `declare` adds. */
export async function openApiDocument(declare: (app: App) => void): Promise<string> {
  const app = fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(swagger, openApiOptions)
  app.after(() => declare(app.withTypeProvider<ZodTypeProvider>()))
  await app.ready()
  return `${JSON.stringify(app.swagger(), null, 2)}\n`
}
