import swagger from '@fastify/swagger'
import fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { registerRoutes } from '../routes.ts'
import { openApiOptions } from './options.ts'

/** The file that clients are generated from; a test holds it to what the code says. */
export const openApiFile = new URL('../../openapi.json', import.meta.url)

/** The text of that file. Needs no database: routes only keep their context until a request comes. */
export async function openApiDocument(): Promise<string> {
  const app = fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(swagger, openApiOptions)
  app.after(() => registerRoutes(app.withTypeProvider<ZodTypeProvider>(), {} as Context))
  await app.ready()
  return `${JSON.stringify(app.swagger(), null, 2)}\n`
}
