import { LockIcon } from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import styles from './XmlMessage.module.css'
import { type XmlLine, xmlLines } from './xml-lines.ts'

/** What stands in place of a code or a session; see e-boekhouden/src/redaction. */
const removed = '•••'

/** What was sent or received, to be read by a person; what is no XML stands as it came. */
export function XmlMessage({ message }: { message: string }) {
  const lines = xmlLines(message)
  return (
    <div className={styles.message}>
      {lines === null ? (
        <pre className={styles.plain}>{message}</pre>
      ) : (
        Object.entries(lines).map(([place, line]) => <Line key={place} line={line} />)
      )}
    </div>
  )
}

function Line({ line }: { line: XmlLine }) {
  const { support: words } = useTexts()
  const indent = { paddingInlineStart: `${line.depth}rem` }
  switch (line.kind) {
    case 'open':
      return (
        <div style={indent}>
          <i>&lt;{line.name}&gt;</i>
        </div>
      )
    case 'close':
      return (
        <div style={indent}>
          <i>&lt;/{line.name}&gt;</i>
        </div>
      )
    case 'value':
      return (
        <div style={indent}>
          <i>&lt;{line.name}&gt;</i>
          {line.value.includes(removed) ? (
            <span className={styles.removed}>
              <LockIcon aria-hidden />
              {words.leftOut}
            </span>
          ) : (
            <b>{line.value}</b>
          )}
          <i>&lt;/{line.name}&gt;</i>
        </div>
      )
    case 'empty':
      return (
        <details style={indent}>
          <summary>{words.emptyFields(line.names.length)}</summary>
          <i className={styles.names}>{line.names.map((name) => `<${name}/>`).join('\n')}</i>
        </details>
      )
  }
}
