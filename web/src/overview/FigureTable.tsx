import { useTexts } from '../language/language.tsx'
import styles from './Figures.module.css'

type FigureTableProps = { head: readonly string[]; rows: readonly (readonly string[])[] }

/** The figures behind a picture, for whoever would rather read them. */
export function FigureTable({ head, rows }: FigureTableProps) {
  const { figures: words } = useTexts()
  return (
    <details className={styles.asTable}>
      <summary>{words.asTable}</summary>
      <table>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
