export { folderPost } from './post/folder-post.ts'
export type { Letter, Post, Sent } from './post/post.ts'
export { smtpPost } from './post/smtp-post.ts'
export { type Mail, type MailOptions, startMail } from './start-mail.ts'
