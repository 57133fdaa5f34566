import type { LetterContent } from './letter-content.ts'

/**
 * The values of web/src/theme/tokens.css that a letter needs. Mail programs know neither variables nor style sheets
 * of another place, so each stands where it is used.
 */
const look = {
  paper: '#f4f5f2',
  sheet: '#ffffff',
  sunken: '#eaece8',
  ink: '#151d33',
  ink2: '#474f66',
  ink3: '#626a7c',
  night: '#151d33',
  onNight: '#f4f5f2',
  star: '#f5b81c',
  line: '#dcdfd9',
  control: '#7f8694',
  font: "'Hanken Grotesk',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
}

/** A letter as a page that every mail program shows alike: tables, inline styles, no picture, nothing to load. */
export function htmlOf(content: LetterContent): string {
  const { button, greeting, language, more, notes, paragraphs, preview, since, steps, title } = content
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(title)}</title>
</head>
<body style="margin:0;padding:0;background:${look.paper};color:${look.ink};font-family:${look.font};font-size:16px;line-height:1.5">
<div style="display:none;max-height:0;overflow:hidden">${escaped(preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${look.paper}">
<tr><td style="background:${look.night};padding:18px 24px" align="center">
${column(`<span style="color:${look.star};font-size:20px;line-height:1" aria-hidden="true">&#10022;</span>
<span style="color:${look.onNight};font-size:19px;font-weight:650;padding-left:4px">Stella</span>`)}
</td></tr>
<tr><td style="padding:32px 16px" align="center">
${column(`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${look.sheet};border:1px solid ${look.line};border-radius:8px">
<tr><td style="padding:32px 32px 36px">
<h1 style="margin:0 0 4px;font-size:26px;line-height:1.2;font-weight:660">${escaped(title)}</h1>
<p style="margin:0 0 24px;color:${look.ink3};font-size:15px">${escaped(since)}</p>
${[greeting, ...paragraphs].map(paragraph).join('\n')}
${steps === null ? '' : stepsOf(steps)}
${buttonOf(button)}
${more === undefined ? '' : moreOf(more)}
</td></tr>
</table>
${notes.map(note).join('\n')}`)}
</td></tr>
</table>
</body>
</html>
`
}

function moreOf({ address, label }: { address: string; label: string }): string {
  return `<p style="margin:16px 0 0;font-size:15px"><a href="${escaped(address)}" style="color:${look.ink}">${escaped(label)}</a></p>`
}

function column(inner: string): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px"><tr><td align="left">
${inner}
</td></tr></table>`
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${prose(text)}</p>`
}

function stepsOf({ items, title }: NonNullable<LetterContent['steps']>): string {
  const rows = items.map(
    (item, at) => `<tr>
<td valign="top" style="padding:2px 14px 14px 0"><div style="width:28px;height:28px;border-radius:14px;background:${look.sunken};color:${look.ink};font-size:15px;font-weight:650;line-height:28px;text-align:center">${at + 1}</div></td>
<td valign="top" style="padding:3px 0 14px">${prose(item)}</td>
</tr>`,
  )
  return `<h2 style="margin:28px 0 14px;font-size:18px;line-height:1.3;font-weight:660">${escaped(title)}</h2>
<table role="presentation" cellpadding="0" cellspacing="0">
${rows.join('\n')}
</table>`
}

/** Yellow marks the one thing to do; where nothing need be done, the way to Stella is only outlined. */
function buttonOf({ address, isNeeded, label, otherwise }: LetterContent['button']): string {
  const link = escaped(address)
  const fill = isNeeded
    ? `background:${look.star};border:1px solid ${look.star}`
    : `border:1px solid ${look.control}`
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 22px"><tr>
<td style="${fill};border-radius:4px"><a href="${link}" style="display:inline-block;padding:11px 22px;color:${look.ink};font-size:16px;font-weight:650;text-decoration:none">${escaped(label)}</a></td>
</tr></table>
<p style="margin:0;color:${look.ink3};font-size:13px">${escaped(otherwise)}<br><a href="${link}" style="color:${look.ink2};word-break:break-all">${link}</a></p>`
}

function note(text: string): string {
  return `<p style="margin:16px 32px 0;color:${look.ink3};font-size:13px">${prose(text)}</p>`
}

/** Labels stand out, and the name of the service is never broken over two lines. */
function prose(text: string): string {
  return escaped(text)
    .replaceAll(/«([^»]*)»|“([^”]*)”/g, (_, dutch?: string, english?: string) =>
      strong(dutch ?? english ?? ''),
    )
    .replaceAll('e-Boekhouden.nl', '<span style="white-space:nowrap">e-Boekhouden.nl</span>')
}

function strong(label: string): string {
  return `<strong style="font-weight:650">${label}</strong>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
