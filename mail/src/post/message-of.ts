import type { Letter } from './post.ts'

/** A letter as nodemailer takes it: plain text with an HTML alternative, and the marks of a message by a program. */
export function messageOf(letter: Letter, from: string) {
  return {
    from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    date: letter.date,
    messageId: `<${letter.key}@${domainOf(from)}>`,
    textEncoding: 'quoted-printable' as const,
    headers: {
      'Content-Language': letter.language,
      // RFC 3834: nobody's out-of-office notice should answer it.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function domainOf(from: string): string {
  return /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
}
