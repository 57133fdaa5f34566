import type { World } from '../books/world.ts'
import { escapeXml } from '../xml/write.ts'

const mask = '•••'

/** The elements whose content nobody needs to read. */
const secretElements =
  /(<([\w.-]+:)?(?:Username|SecurityCode1|SecurityCode2|SessionID|Token)(?:\s[^<>]*)?>)[^<]*/g

/** Takes codes, session ids and tokens out of a message, wherever they stand: also where the message is broken, or
 * a code was put in the wrong place. */
export function maskSecrets(text: string, world: World): string {
  const masked = text
    .replace(secretElements, `$1${mask}`)
    .replace(/\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}/g, (guid) =>
      world.sessions.has(guid.toUpperCase()) ? mask : guid,
    )
  return secretsOf(world).reduce((rest, secret) => rest.replaceAll(secret, mask), masked)
}

/** Short codes are left to the elements: taking a word of a few letters out of every text would spoil it. */
function secretsOf(world: World): string[] {
  const codes = [...world.administrations.values()].flatMap(({ code1, code2 }) => [code1, code2])
  return codes.filter((code) => code.length >= 8).flatMap((code) => [code, escapeXml(code)])
}
