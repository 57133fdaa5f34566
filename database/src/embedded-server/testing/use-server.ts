// A process of its own that uses an embedded server: prints one line of JSON when it has it, and stops when its
// standard input ends. `node use-server.ts <data folder>`
import { once } from 'node:events'
import { startEmbeddedServer } from '../start-server.ts'

const server = await startEmbeddedServer({ dataFolder: process.argv[2] ?? '' })
console.log(JSON.stringify({ url: server.url, adopted: server.adopted }))
process.stdin.resume()
await once(process.stdin, 'end')
await server.stop()
