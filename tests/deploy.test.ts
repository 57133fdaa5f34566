import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { settings } from '../stella/src/configuration/settings.ts'
import { openMetrics } from '../stella/src/metrics/metrics.ts'
import { textOf } from './agreement/places.ts'
import { root } from './architecture/sources.ts'

// What stands in deploy/ speaks of the program's settings, ports and paths; no registry or systemd is needed to see
// that it speaks the truth.

const workspaces = (JSON.parse(textOf('package.json')) as { workspaces: string[] }).workspaces
const known = new Set(Object.keys(settings.shape))
const standard = settings.parse({})

interface Service {
  environment: Record<string, string>
  healthcheck?: { test: string[] }
  ports?: string[]
  volumes: string[]
}
const compose = parse(textOf('deploy/compose.yaml')) as {
  services: { stella: Service & { build: { context: string; dockerfile: string } }; database: Service }
  volumes: Record<string, null>
}
/** An instruction of the image with all its words on one line. */
const image = textOf('deploy/Containerfile')
  .replaceAll(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

const instructions = (name: string) =>
  image.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1))

describe('the image', () => {
  test('copies what is there', () => {
    const copied = instructions('COPY').filter((words) => !words.startsWith('--from='))
    const sources = copied.flatMap((words) => words.split(' ').slice(0, -1))
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([])
  })

  test('knows every workspace: npm ci refuses a lock file with more than it finds', () => {
    for (const workspace of workspaces)
      expect(instructions('COPY'), workspace).toContain(`${workspace}/package.json ${workspace}/`)
  })

  test('holds the code of every workspace that the program is made of', () => {
    const program = image.slice(image.indexOf('FROM manifests AS program'))
    const held = program.filter((line) => line.startsWith('COPY ')).map((line) => line.split(' ')[1] ?? '')
    const needed = workspaces.filter((workspace) => workspace !== 'web')
    const isHeld = (workspace: string) => held.includes(workspace) || held.includes(`${workspace}/src`)
    expect(needed.filter((workspace) => !isHeld(workspace))).toEqual([])
  })

  test('throws away the tools that npm keeps as companions of a package of the program', () => {
    const { devDependencies } = JSON.parse(textOf('package.json')) as {
      devDependencies: Record<string, string>
    }
    const { packages } = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { devOptional?: boolean }>
    }
    const kept = Object.keys(devDependencies).filter((name) => packages[`node_modules/${name}`]?.devOptional)
    const thrownAway = instructions('RUN').flatMap((words) => words.split(' rm -rf ')[1]?.split(' ') ?? [])
    const tools = kept.filter((name) => !name.startsWith('@types/'))
    expect(tools.filter((name) => !thrownAway.includes(`node_modules/${name}`))).toEqual([])
  })

  test('runs as somebody without rights, stops by the signal that the program knows, and starts the program', () => {
    expect(instructions('USER')).toEqual(['node'])
    expect(instructions('STOPSIGNAL')).toEqual(['SIGTERM'])
    expect(instructions('ENTRYPOINT')).toEqual(['["node", "stella/src/main.ts"]'])
    expect(existsSync(join(root, 'stella/src/main.ts'))).toBe(true)
  })

  test('sets settings that the program has, and keeps its data where the volume is', () => {
    const set = Object.fromEntries(
      instructions('ENV').flatMap((words) =>
        words
          .trim()
          .split(/\s+/)
          .map((pair) => pair.split('=')),
      ),
    ) as Record<string, string>
    expect(Object.keys(set).filter((name) => name !== 'NODE_ENV' && !known.has(name))).toEqual([])
    expect(instructions('VOLUME')).toEqual([set.STELLA_DATA_DIR])
    expect(instructions('EXPOSE')).toEqual([set.PORT])
    expect(set.PORT).toBe(String(standard.PORT))
  })

  test('asks for its health where the API tells it', () => {
    const [, path = ''] = /\$\{process\.env\.PORT\}([^`]+)`/.exec(instructions('HEALTHCHECK').join('')) ?? []
    expect(Object.keys((JSON.parse(textOf('api/openapi.json')) as { paths: object }).paths)).toContain(path)
  })
})

describe('the compose file', () => {
  const { stella, database } = compose.services

  test('builds the image from the root', () => {
    expect(stella.build).toEqual({ context: '..', dockerfile: 'deploy/Containerfile' })
  })

  test('sets settings that the program has, of which its example explains those that must be filled in', () => {
    expect(Object.keys(stella.environment).filter((name) => !known.has(name))).toEqual([])
    const required = [...textOf('deploy/compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name)
    const explained = namesIn('deploy/compose.env.example')
    expect([...new Set(required)].filter((name) => !explained.includes(name))).toEqual([])
  })

  test('joins the two: address, user, ports and volumes', () => {
    expect(stella.environment.DATABASE_URL).toMatch(/^postgresql:\/\/stella:\S.*@database:5432\/stella$/)
    expect(stella.ports).toEqual([`127.0.0.1:\${STELLA_PORT:-${standard.PORT}}:${standard.PORT}`])
    const named = [stella, database]
      .flatMap(({ volumes }) => volumes)
      .map((volume) => volume.split(':')[0] ?? '')
    const files = named.filter((name) => name.startsWith('./')).map((name) => join(root, 'deploy', name))
    expect(files.filter((file) => !existsSync(file))).toEqual([])
    expect(named.filter((name) => !name.startsWith('./')).sort()).toEqual(Object.keys(compose.volumes).sort())
    expect(textOf('deploy/postgres/create-stella.sh')).toContain('create role stella login createrole')
  })

  test('waits for the database by TCP: on its socket it answers before it is made', () => {
    expect(database.healthcheck?.test).toContain('--host=127.0.0.1')
  })
})

describe('the service of systemd', () => {
  const unit = textOf('deploy/systemd/stella.service')
  const valuesOf = (key: string) =>
    [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value)

  test('starts the program as it is told, with the Node that comes along', () => {
    expect(valuesOf('ExecStart')).toEqual(['/opt/stella/node_modules/.bin/node stella/src/main.ts start'])
    expect(valuesOf('WorkingDirectory')).toEqual(['/opt/stella'])
  })

  test('keeps its data in the folder that it may write', () => {
    expect(valuesOf('StateDirectory')).toEqual(['stella'])
    expect(valuesOf('Environment')).toContain('STELLA_DATA_DIR=/var/lib/stella')
  })

  test('waits for as long as the parts may take to stop', () => {
    const parts = 4
    const [, longest = ''] = /longestStopMs = (\d+)/.exec(textOf('stella/src/program/stop-order.ts')) ?? []
    expect(Number(valuesOf('TimeoutStopSec')[0])).toBeGreaterThan((parts * Number(longest)) / 1000)
    expect(
      Number.parseInt(textOf('deploy/compose.yaml').split('stop_grace_period: ')[1] ?? '', 10),
    ).toBeGreaterThan((parts * Number(longest)) / 1000)
  })

  test('lets Node compile: V8 ends at once where memory may not become executable', () => {
    expect(valuesOf('MemoryDenyWriteExecute')).toEqual([])
  })

  test('has examples of settings that the program has', () => {
    expect(namesIn('deploy/systemd/stella.env.example').filter((name) => !known.has(name))).toEqual([])
  })
})

describe('several processes', () => {
  const paths = Object.keys((JSON.parse(textOf('api/openapi.json')) as { paths: object }).paths)
  const manifests = parseAllDocuments(textOf('deploy/kubernetes/stella.yaml')).map(
    (document) => document.toJS() as Manifest,
  )
  const pods = manifests.flatMap(({ spec }) => spec?.template?.spec ?? [])
  const config = manifests.find(({ kind }) => kind === 'ConfigMap')
  const secret = manifests.find(({ kind }) => kind === 'Secret')

  test('have settings that the program has, those that all must share among them', () => {
    const names = [...Object.keys(config?.data ?? {}), ...Object.keys(secret?.stringData ?? {})]
    expect(names.filter((name) => !known.has(name))).toEqual([])
    expect(names).toEqual(
      expect.arrayContaining(['DATABASE_URL', 'STELLA_SECRET_KEY', 'EBOEKHOUDEN_SOAP_URL', 'PUBLIC_URL']),
    )
    for (const file of [
      'compose.several.yaml',
      'systemd/stella-web@.service',
      'systemd/stella-worker@.service',
    ])
      for (const [name] of textOf(`deploy/${file}`).matchAll(/\b(STELLA_DRAIN|DATABASE|METRICS)_[A-Z_]+\b/g))
        expect(known.has(name), `${file}: ${name}`).toBe(true)
  })

  test('are asked for their health where it is told, on the port that they listen on', () => {
    const ports: Record<string, string> = {
      http: String(standard.PORT),
      metrics: config?.data?.METRICS_PORT ?? '',
    }
    const probes = pods.flatMap(({ containers }) =>
      containers.flatMap((one) => [one.startupProbe, one.readinessProbe, one.livenessProbe].filter(Boolean)),
    )
    expect(probes).toHaveLength(5)
    for (const probe of probes) {
      const { path, port } = probe?.httpGet ?? { path: '', port: '' }
      if (port === 'http') expect(paths).toContain(path)
      else expect([path, port]).toEqual(['/live', 'metrics'])
    }
    for (const { name, containerPort } of pods.flatMap(({ containers }) =>
      containers.flatMap(({ ports: own }) => own),
    ))
      expect(String(containerPort)).toBe(ports[name])
  })

  test('are the commands of the program', () => {
    expect(pods.map(({ containers }) => containers[0]?.args)).toEqual([['web'], ['worker']])
    for (const kind of ['web', 'worker'])
      expect(textOf(`deploy/systemd/stella-${kind}@.service`)).toMatch(
        new RegExp(`^ExecStart=.*node stella/src/main.ts ${kind}$`, 'm'),
      )
  })

  test('are given the time to drain and to stop their parts', () => {
    const drain = Number(config?.data?.STELLA_DRAIN_SECONDS)
    expect(drain).toBeGreaterThan(0)
    for (const { terminationGracePeriodSeconds } of pods)
      expect(terminationGracePeriodSeconds).toBeGreaterThan(drain + 4 * 8)
  })
})

interface Probe {
  httpGet: { path: string; port: string }
}
interface Container {
  args: string[]
  ports: { name: string; containerPort: number }[]
  startupProbe?: Probe
  readinessProbe?: Probe
  livenessProbe?: Probe
}
interface Manifest {
  kind: string
  data?: Record<string, string>
  stringData?: Record<string, string>
  spec?: { template?: { spec: { terminationGracePeriodSeconds: number; containers: Container[] } } }
}

test('the devcontainer forwards the ports that are used', () => {
  const { forwardPorts } = JSON.parse(textOf('.devcontainer/devcontainer.json')) as { forwardPorts: number[] }
  expect(forwardPorts).toEqual([standard.PORT, standard.SANDBOX_PORT])
})

test('the page about it names every file in the folder', () => {
  const page = textOf('deploy/README.md')
  const files = readdirSync(join(root, 'deploy'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
  expect(
    files.filter((file) => !page.includes(file) && !textOf('deploy/compose.yaml').includes(file.slice(7))),
  ).toEqual(['deploy/Containerfile.dockerignore'])
})

/** The settings that an example of an environment file sets, also behind a comment sign. */
function namesIn(path: string): string[] {
  return [...textOf(path).matchAll(/^#?([A-Z_0-9]+)=/gm)].map(([, name = '']) => name)
}

describe('alarms and dashboard', () => {
  const asked = (text: string) => new Set(text.match(/\b(?:stella|process|nodejs)_[a-z0-9_]+/g))

  test.each(['deploy/prometheus/stella.rules.yaml', 'deploy/grafana/stella.json'])(
    '%s asks only for what is served',
    async (file) => {
      const metrics = openMetrics({ kysely: undefined } as never)
      const served = new Set(metrics.names())
      const plain = (name: string) => name.replace(/_(bucket|count|sum)$/, '')
      const unknown = [...asked(textOf(file))].filter((name) => !served.has(name) && !served.has(plain(name)))
      expect(unknown).toEqual([])
    },
  )
})
