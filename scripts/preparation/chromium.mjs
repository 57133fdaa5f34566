import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { environmentOfTools, pinnedNode, root } from './places.mjs'
import { progressLine } from './progress.mjs'
import { endWith, sentences } from './sentences.mjs'

const usualPlaces = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
}

/** The path of a Chromium for the tests: CHROMIUM_PATH, one that is there, or one installed now. */
export function findOrInstallChromium() {
  const found = installedChromium()
  if (found) return found
  const line = progressLine()
  line.show(sentences.installingChromium)
  if (isDebianRoot()) installFromDebian()
  if (!installedChromium()) installFromPlaywright()
  line.clear()
  return installedChromium() ?? endWith(sentences.noChromium)
}

function installedChromium() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) return existsSync(asked) ? asked : endWith(sentences.noChromium)
  return [...(usualPlaces[process.platform] ?? []), playwrightsOwn()].find((path) => path && existsSync(path))
}

/** Where Playwright keeps the browser that it downloads itself. */
function playwrightsOwn() {
  try {
    const require = createRequire(join(root, 'package.json'))
    return require('@playwright/test').chromium.executablePath()
  } catch {
    return undefined
  }
}

function isDebianRoot() {
  return process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')
}

function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const aptGet = (...args) => spawnSync('apt-get', ['-qq', ...args], { stdio: 'ignore', env })
  aptGet('update')
  aptGet('install', '-y', '--no-install-recommends', 'chromium')
}

function installFromPlaywright() {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(pinnedNode(), [cli, 'install', 'chromium'], { stdio: 'ignore', env: environmentOfTools() })
}
