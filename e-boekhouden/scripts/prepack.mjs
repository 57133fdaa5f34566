/**
 * Makes the folder fit to be packed: builds `dist/`, and lets package.json name the built files. Inside the
 * repository the sources are used as they are, and Node does not strip types from installed packages.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../', import.meta.url))
const kept = `${folder}package.source.json`

// An earlier run that broke off has left the original beside it.
if (existsSync(kept)) copyFileSync(kept, `${folder}package.json`)

rmSync(`${folder}dist`, { recursive: true, force: true })
execFileSync('tsc', ['-p', 'tsconfig.build.json'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})

const source = readFileSync(`${folder}package.json`, 'utf8')
const { private: _private, scripts: _scripts, ...manifest } = JSON.parse(source)
manifest.exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } }
writeFileSync(kept, source)
writeFileSync(`${folder}package.json`, `${JSON.stringify(manifest, null, 2)}\n`)
