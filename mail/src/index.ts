export { folderPost } from './post/folder-post.ts'
export type { Post } from './post/post.ts'
export { smtpPost } from './post/smtp-post.ts'
export { type Mail, startMail } from './start-mail.ts'
