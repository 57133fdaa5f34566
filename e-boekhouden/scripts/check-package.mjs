/**
 * Packs the client as npm would, puts the tarball into an empty project beside nothing but its two
 * dependencies, and uses it there: from plain JavaScript against a server, with the README's first example too,
 * and from TypeScript by its types.
 * Works on a copy, so that the folder itself stays as it is.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('..', import.meta.url))
const binaries = join(folder, '..', 'node_modules', '.bin')
const environment = {
  ...process.env,
  PATH: `${binaries}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
}
const place = mkdtempSync(join(tmpdir(), 'e-boekhouden-package-'))

try {
  const tarball = pack()
  install(tarball)
  useFromJavaScript()
  useFromTypeScript()
  console.log(`${basename(tarball)} works outside the repository`)
} finally {
  rmSync(place, { recursive: true, force: true })
}

function pack() {
  const copy = join(place, 'source')
  cpSync(folder, copy, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
  })
  linkDependencies(join(copy, 'node_modules'), ['saxes', 'undici', 'xmlchars', '@types/node', 'undici-types'])
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--silent'], copy))
  const files = packed.files.map(({ path }) => path)
  const strangers = files.filter(
    (path) => !/^(package\.json|README\.md|LICENSE|dist\/.*\.(js|d\.ts))$/.test(path) || /test/.test(path),
  )
  if (strangers.length > 0) throw new Error(`the package holds ${strangers.join(', ')}`)
  for (const path of ['README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts']) {
    if (!files.includes(path)) throw new Error(`the package lacks ${path}`)
  }
  for (const path of filesNamedIn(readFileSync(join(copy, 'README.md'), 'utf8'))) {
    if (!files.includes(path)) throw new Error(`the README names ${path}, which the package lacks`)
  }
  return join(copy, packed.filename)
}

/** What a reader of the README is sent to: files between backticks, and links that stay in the package. */
function filesNamedIn(readme) {
  const quoted = [...readme.matchAll(/`([\w./-]+\/[\w.-]+\.\w+)`/g)].map(([, path]) => path)
  const linked = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path)
  return [...quoted, ...linked]
}

function install(tarball) {
  const installed = join(place, 'project', 'node_modules', '@stella', 'e-boekhouden')
  mkdirSync(installed, { recursive: true })
  run('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed], place)
  linkDependencies(join(place, 'project', 'node_modules'), ['saxes', 'undici', 'xmlchars'])
}

function useFromJavaScript() {
  // As it is pasted, but for where the service is.
  const example = firstExample().replace('createClient({', 'createClient({ url: process.env.SERVICE_URL,')
  writeFileSync(join(place, 'project', 'readme.mjs'), example)
  writeFileSync(
    join(place, 'project', 'use.mjs'),
    `import { createServer } from 'node:http'
import { createClient, isEBoekhoudenError } from '@stella/e-boekhouden'

const answer = (operation, content) =>
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
  \`<\${operation}Response><\${operation}Result><ErrorMsg/>\${content}</\${operation}Result></\${operation}Response></s:Body></s:Envelope>\`
const contents = {
  OpenSession: '<SessionID>{1}</SessionID>',
  GetSaldo: '<Saldo>12.5</Saldo>',
  GetGrootboekrekeningen:
    '<Rekeningen><cGrootboekrekening><Code>1300</Code><Omschrijving>Debiteuren</Omschrijving></cGrootboekrekening></Rekeningen>',
}
const server = createServer(async (request, response) => {
  const operation = (await request.toArray()).join('').match(/<soap:Body><(\\w+)/)[1]
  response.writeHead(200, { 'content-type': 'text/xml' }).end(answer(operation, contents[operation] ?? ''))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
process.env.SERVICE_URL = \`http://127.0.0.1:\${server.address().port}/\`
const client = createClient({
  url: process.env.SERVICE_URL,
  credentials: { username: 'a', securityCode1: 'b', securityCode2: 'c' },
})
const balance = await client.getBalance({ account: '1300' })
const error = await client.getBalance({ account: '' }).catch((reason) => reason)
await client.close()
const said = []
console.log = (...words) => said.push(words.join(' '))
await import('./readme.mjs')
server.close()
if (said.join() !== '1300 Debiteuren') throw new Error(\`the README said \${said}\`)
if (balance !== '12.50') throw new Error(\`the balance is \${balance}\`)
if (!isEBoekhoudenError(error) || error.field !== 'account') throw new Error(\`the error is \${error}\`)
`,
  )
  run(process.execPath, ['use.mjs'], join(place, 'project'))
}

function useFromTypeScript() {
  writeFileSync(
    join(place, 'project', 'use.mts'),
    `import {
  type AbortSignalLike,
  type Client,
  createClient,
  isEBoekhoudenError,
  type Mutation,
  type NewInvoiceLine,
} from '@stella/e-boekhouden'

const client: Client = createClient({ credentials: { username: 'a', securityCode1: 'b', securityCode2: 'c' } })
declare const signal: AbortSignalLike
const mutations: Promise<Mutation[]> = client.getMutations({ invoiceNumber: '2026-0001' }, { signal })
export const closed: Promise<boolean> = mutations.then(
  () => false,
  (error: unknown) =>
    isEBoekhoudenError(error) && error.kind === 'rejected' && error.meanings.includes('period_closed'),
)
export const quantities = (lines: NewInvoiceLine[]): string[] => lines.map(({ quantity }) => quantity)
// @ts-expect-error An amount is text, never a number.
void client.addMutation({ lines: [{ amountVat: 21 }] })
// @ts-expect-error A signal is no controller.
void client.getMutations({}, { signal: { abort: () => {} } })
`,
  )
  writeFileSync(
    join(place, 'project', 'signal.mts'),
    `import { type Client, type Transport, TransportFailure } from '@stella/e-boekhouden'

export const inTime = (client: Client) => client.getArticles({}, { signal: AbortSignal.timeout(1_000) })
export const overFetch: Transport = {
  async send({ headers, body }, signal?: AbortSignal) {
    const answer = await fetch('https://example.com/', { method: 'POST', headers: { ...headers }, body, signal: signal ?? null })
    if (!answer.ok) throw new TransportFailure({ sent: true, reason: 'unreadable' })
    const whole = new Uint8Array(await answer.arrayBuffer())
    return { status: 200, contentType: null, contentEncoding: null, retryAfter: null, body: whole }
  },
  close: async () => {},
}
`,
  )
  writeFileSync(join(place, 'project', 'readme.mts'), firstExample())
  compile('es2022', ['use.mts'])
  compile('es2022,dom', ['use.mts', 'signal.mts', 'readme.mts'])
}

/** As strictly as can be, the types of the package included, and with no types but those of the library named. */
function compile(library, files) {
  const options = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--exactOptionalPropertyTypes']
  const checks = ['--noEmit', '--skipLibCheck', 'false', '--lib', library, '--types', '']
  run('tsc', [...options, ...checks, ...files], join(place, 'project'))
}

/** What the README shows first has to stand on its own, in ten lines of code. */
function firstExample() {
  const example = readFileSync(join(folder, 'README.md'), 'utf8').match(/```ts\n([\s\S]*?)```/)[1]
  const lines = example.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > 10) throw new Error(`the first call of the README takes ${lines.length} lines`)
  return example
}

/** The dependencies as they are installed for the client in the repository. */
function linkDependencies(target, names) {
  const resolve = createRequire(join(folder, 'package.json')).resolve
  for (const name of names) {
    const link = join(target, name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(dirname(resolve(`${name}/package.json`)), link, 'junction')
  }
}

function run(command, input, cwd) {
  return execFileSync(command, input, {
    cwd,
    env: environment,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
}
