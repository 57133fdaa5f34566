export { type EmbeddedServer, startEmbeddedServer } from './start-server.ts'
