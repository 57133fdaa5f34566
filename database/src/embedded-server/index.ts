export { type EmbeddedServer, type EmbeddedServerOptions, startEmbeddedServer } from './start-server.ts'
