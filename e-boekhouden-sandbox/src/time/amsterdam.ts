const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** The day it is in Amsterdam at that instant, 'YYYY-MM-DD'. */
export function dateInAmsterdam(instant: Date): string {
  return localTime(instant).slice(0, 10)
}

/** The clock on the wall in Amsterdam, 'YYYY-MM-DDTHH:MM:SS'. */
export function localTime(instant: Date): string {
  const found = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]))
  const year = (found.year ?? '').padStart(4, '0')
  return `${year}-${found.month}-${found.day}T${found.hour}:${found.minute}:${found.second}`
}
