import { accentsOf, buttonOf } from '../pdf/colour.ts'
import type { LetterContent } from './letter-content.ts'

/** The paper of the sender: nothing of Stella's. Dark mode by class; without it the letter stays legible. */
const look = {
  paper: '#f1f1ef',
  sheet: '#ffffff',
  ink: '#1a1a1c',
  ink2: '#56565b',
  line: '#dcdcdf',
  font: "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
}

const style = `:root{color-scheme:light dark}
@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}.logo{padding-left:8px!important}.btn,.btn a{display:block!important;text-align:center!important}.btn-table{width:100%!important}.what,.how{display:block!important;width:auto!important}.what{padding:8px 0 0!important}.how{padding:0 0 8px!important;border:0!important}}
@media (prefers-color-scheme:dark){.bg{background:#141416!important}.card{background:#212124!important}.ink{color:#f2f2f3!important}.ink2{color:#bdbdc3!important}.line{border-color:#3d3d42!important}}
[data-ogsc] .ink{color:#f2f2f3!important}[data-ogsc] .ink2{color:#bdbdc3!important}`

/**
 * A letter as a page that every mail program shows alike: tables, inline styles, no pixel that tells, and nothing to
 * load but the logo that comes along.
 */
export function htmlOf(content: LetterContent): string {
  const { accent, closing, foot, language, paragraphs, preview, regards, title } = content
  const { rules } = accentsOf(accent)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body class="bg" style="margin:0;padding:0;background:${look.paper}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped(preview)}</div>
<table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${look.paper}">
<tr><td align="center" style="padding:24px 12px 40px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td class="card" style="background:${look.sheet};border-top:4px solid ${rules}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${nameOf(content)}
${row('16px 40px 0', `<h1 class="ink" style="${text(20, 28)};font-weight:700;margin:0 0 16px">${escaped(title)}</h1>${paragraphs.map(paragraph).join('')}`)}
${toPayOf(content)}
${transferOf(content)}
${attachmentsOf(content)}
${row('16px 40px 40px', `${paragraph([closing])}<p class="ink" style="${text(16, 24)};margin:0">${regards.map(escaped).join('<br>')}</p>`)}
</table></td></tr>
${row('20px 40px 0', `<p class="ink2" style="${text(13, 20, look.ink2)};margin:0">${foot.map(escaped).join('<br>')}</p>`)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`
}

/** The logo with its own white around, which begins at the edge of the text; the name where there is none. */
function nameOf({ logo, regards: [, name] }: LetterContent): string {
  if (logo === null)
    return row(
      '28px 40px 0',
      `<p class="ink" style="${text(22, 28)};font-weight:700;margin:0">${escaped(name)}</p>`,
    )
  const { address, height, width } = logo
  return `<tr><td class="logo" align="left" style="padding:20px 28px 4px"><img src="${escaped(address)}" width="${width}" height="${height}" alt="${escaped(name)}" class="ink" style="display:block;border:0;max-width:100%;${text(22, 28)};font-weight:700"></td></tr>`
}

function toPayOf({ accent, button, less, toPay }: LetterContent): string {
  const { ground, words } = buttonOf(accent)
  const amount =
    toPay === null
      ? ''
      : `<p class="ink2" style="${text(15, 20, look.ink2)};margin:0">${escaped(toPay.label)}</p>
<p class="ink" style="${text(36, 44)};font-weight:700;letter-spacing:-0.5px;margin:0;white-space:nowrap">${escaped(toPay.amount)}</p>
<p class="ink" style="${text(16, 24)};margin:0 0 ${less === null ? 24 : 8}px">${escaped(toPay.by).replace(toPay.date, (day) => `<b style="font-weight:700">${day}</b>`)}</p>`
  const why =
    less === null
      ? ''
      : `<p class="ink2" style="${text(15, 20, look.ink2)};margin:0 0 24px">${escaped(less)}</p>`
  const link =
    button === null
      ? ''
      : `<table role="presentation" class="btn-table" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 32px"><tr>
<td class="btn" bgcolor="${ground}" style="background:${ground};border-radius:4px"><a href="${escaped(button.address)}" style="display:inline-block;${text(16, 24, words)};font-weight:700;text-decoration:none;padding:12px 28px">${escaped(button.label)}</a></td>
</tr></table>`
  const parts = amount + why + link
  return parts === '' ? '' : row('8px 40px 0', parts)
}

function transferOf({ transfer }: LetterContent): string {
  if (transfer === null) return ''
  const cell = 'padding:8px 0;border-top:1px solid'
  const rows = transfer.rows.map(
    ({ isStrong, label, value }) => `<tr>
<td class="ink2 line what" width="120" valign="top" style="${text(15, 24, look.ink2)};${cell} ${look.line};padding-right:12px">${escaped(label)}</td>
<td class="ink line how" valign="top" style="${text(15, 24)};${cell} ${look.line};font-weight:${isStrong ? 700 : 400}">${escaped(value)}</td>
</tr>`,
  )
  const note =
    transfer.note === null
      ? ''
      : `<p class="ink2" style="${text(14, 20, look.ink2)};margin:8px 0 0">${escaped(transfer.note)}</p>`
  return row(
    '0 40px 24px',
    `${heading(transfer.title)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows.join('')}</table>${note}`,
  )
}

function attachmentsOf({ attachments }: LetterContent): string {
  const files = attachments.files.map(
    ({ name, what }) =>
      `<p class="ink" style="${text(15, 24)};margin:0 0 8px"><b style="font-weight:600">${escaped(name)}</b><br><span class="ink2" style="color:${look.ink2}">${escaped(what)}</span></p>`,
  )
  return row('8px 40px 8px', heading(attachments.title) + files.join(''))
}

function row(padding: string, content: string): string {
  return `<tr><td class="pad" style="padding:${padding}">${content}</td></tr>`
}

function heading(words: string): string {
  return `<h2 class="ink" style="${text(16, 24)};font-weight:700;margin:0 0 8px">${escaped(words)}</h2>`
}

function paragraph(lines: readonly string[]): string {
  return `<p class="ink" style="${text(16, 24)};margin:0 0 16px">${lines.map(escaped).join('<br>')}</p>`
}

/** Mail programs know no style sheet of another place, so each style stands where it is used. */
function text(size: number, height: number, colour: string = look.ink): string {
  return `font-family:${look.font};font-size:${size}px;line-height:${height}px;color:${colour}`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escaped(words: string): string {
  return words.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}
