import type { Change } from './change.ts'

/** What the changelog says breaks in the version that is not released yet: the text under that heading. */
export function breakingSection(changelog: string): string {
  const unreleased = sectionOf(changelog, '## Unreleased')
  return sectionOf(unreleased, '### Breaking')
}

/** The breaking changes that the section does not name, in backticks. */
export function unnamed(changes: readonly Change[], section: string): Change[] {
  return changes.filter(({ breaking, subject }) => breaking && !section.includes(`\`${subject}\``))
}

/** From a heading to the next one of the same level or above. */
function sectionOf(text: string, heading: string): string {
  const level = heading.indexOf(' ')
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.trim() === heading)
  if (start === -1) return ''
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= level)
  return rest.slice(0, end === -1 ? undefined : end).join('\n')
}
