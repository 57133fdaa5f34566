import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('the packed client works outside the repository, from JavaScript and from TypeScript', () => {
  const script = fileURLToPath(new URL('../scripts/check-package.mjs', import.meta.url))
  expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toContain(
    'works outside the repository',
  )
})
