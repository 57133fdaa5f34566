import type { Schemas } from '../api/client.ts'
import { useFormat } from '../format/format.ts'
import styles from './Cases.module.css'

type MessagesProps = {
  messages: Schemas['CaseMessage'][]
  /** What each side is called by whoever reads. */
  whoIs: Record<Schemas['CaseMessage']['author']['kind'], string>
}

/** What was written, the newest first. */
export function Messages({ messages, whoIs }: MessagesProps) {
  const format = useFormat()
  return (
    <ol className={styles.talk} reversed>
      {messages.toReversed().map(({ at, author, body, id }) => (
        <li key={id}>
          <div className={styles.who}>
            <b>{author.name}</b>
            <span>{whoIs[author.kind]}</span>
            <time dateTime={at}>{format.moment(at)}</time>
          </div>
          <p className={styles.body}>{body}</p>
        </li>
      ))}
    </ol>
  )
}
