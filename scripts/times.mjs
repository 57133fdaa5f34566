// `npm run times`: makes the times of the last whole `npm test` those that later runs are compared with.
import { copyFileSync, existsSync } from 'node:fs'
import { lastTimesFile, timesFile } from './testing/times-files.mjs'

if (!existsSync(lastTimesFile)) {
  console.error('There are no times yet; run the whole of npm test first.')
  process.exit(1)
}
copyFileSync(lastTimesFile, timesFile)
console.log(`${timesFile} is written.`)
