import type { SendMailOptions } from 'nodemailer'
import type { Letter } from './post.ts'

/** A letter as nodemailer takes it: plain text with an HTML alternative, and the marks of a message by a program. */
export function messageOf(letter: Letter, from: string): SendMailOptions {
  const { onBehalf } = letter
  return {
    from: onBehalf === undefined ? from : { name: onBehalf.senderName, address: addressIn(from) },
    ...(onBehalf?.replyTo == null ? {} : { replyTo: { name: '', address: onBehalf.replyTo } }),
    to: onBehalf?.addressees.map((address) => ({ name: '', address })) ?? letter.to,
    envelope: { from: addressIn(from), to: [letter.to.address] },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    date: letter.date,
    messageId: `<${letter.key}@${addressIn(from).split('@').at(-1)}>`,
    textEncoding: 'quoted-printable' as const,
    headers: {
      'Content-Language': letter.language,
      // RFC 3834: nobody's out-of-office notice should answer what no person wrote.
      ...(onBehalf === undefined
        ? { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
        : {}),
    },
    attachments: (onBehalf?.attachments ?? []).map(({ content, id, name, type }) => ({
      filename: name,
      ...(id === undefined ? {} : { cid: id, contentDisposition: 'inline' as const }),
      contentType: type,
      content: typeof content === 'string' ? content : Buffer.from(content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** The address in «Stella <stella@example.nl>», or all of it where there is no name. */
function addressIn(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim()
}
