import type { restoreWords as dutch } from '../nl/program-restore.ts'

export const restoreWords: typeof dutch = {
  endKeys: 'end all API keys, also those that were withdrawn after the backup',
  isBack: (people, keys) =>
    `As at that instant these have access: ${people === 1 ? 'somebody once' : `somebody ${people} times`}, and ${keys === 1 ? '1 key' : `${keys} keys`}. Whoever was removed or what was withdrawn since works again:`,
  keyOf: (name, of) => `key ${name}${of === null ? '' : ` of ${of}`}`,
  isBackNext:
    'Shut out whoever does not belong here any more with «account block». If you do not know which keys were withdrawn, restore again with --end-keys.',
  keysEnded: (count) => (count === 1 ? '1 key was ended.' : `All ${count} keys were ended.`),
}
