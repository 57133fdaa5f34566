import { SandboxError } from './errors.ts'
import type { SandboxOptions } from './handle/sandbox.ts'

/**
 * The options of a sandbox process: SANDBOX_PORT, SANDBOX_HOST, SANDBOX_DATA_DIR, SANDBOX_USERNAME, SANDBOX_CODE1,
 * SANDBOX_CODE2, SANDBOX_COMPANY, SANDBOX_USED (on or off: books kept for years), SANDBOX_CONTROL (on or off),
 * SANDBOX_PUBLIC_URL.
 * @throws SandboxError configuration_invalid, naming the variable
 */
export function optionsFrom(environment: NodeJS.ProcessEnv): SandboxOptions {
  const read = (name: string) => environment[name]?.trim() || undefined
  const options: SandboxOptions = {
    port: portFrom(read('SANDBOX_PORT')),
    host: read('SANDBOX_HOST') ?? '127.0.0.1',
    dataFolder: read('SANDBOX_DATA_DIR') ?? 'sandbox-data',
    administration: {},
  }
  const texts = {
    username: textFrom('SANDBOX_USERNAME', read('SANDBOX_USERNAME'), 55),
    code1: textFrom('SANDBOX_CODE1', read('SANDBOX_CODE1'), 50),
    code2: textFrom('SANDBOX_CODE2', read('SANDBOX_CODE2'), 50),
    company: textFrom('SANDBOX_COMPANY', read('SANDBOX_COMPANY'), 100),
  }
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined))
  const control = isOn('SANDBOX_CONTROL', read('SANDBOX_CONTROL'))
  const publicUrl = urlFrom(read('SANDBOX_PUBLIC_URL'))
  return {
    ...options,
    administration: { ...given, ...(isOn('SANDBOX_USED', read('SANDBOX_USED')) ? { used: true } : {}) },
    ...(control === undefined ? {} : { control }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  }
}

/** Undefined where nothing is said. */
function isOn(name: string, text: string | undefined): boolean | undefined {
  if (text !== undefined && text !== 'on' && text !== 'off') invalid(`${name} must be on or off.`)
  return text === undefined ? undefined : text === 'on'
}

function portFrom(text = '3900'): number {
  const port = Number(text)
  const fits = /^\d+$/.test(text) && port <= 65_535
  return fits ? port : invalid(`SANDBOX_PORT must be a number from 0 to 65535, not ${text}.`)
}

function textFrom(name: string, text: string | undefined, longest: number): string | undefined {
  if (text !== undefined && text.length > longest)
    return invalid(`${name} has more than ${longest} characters.`)
  return text
}

function urlFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '')
    ? text
    : invalid(`SANDBOX_PUBLIC_URL must be an http or https address, not ${text}.`)
}

function invalid(detail: string): never {
  throw new SandboxError('configuration_invalid', detail)
}
