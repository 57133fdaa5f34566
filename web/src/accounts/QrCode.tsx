import { encodeQR } from 'qr'
import styles from './SecondFactor.module.css'

/** The white edge that a camera needs around a code, in squares (ISO/IEC 18004). */
const border = 4

/** A text as a picture that the camera of a phone reads; black on white in the dark as well. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border })
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      className={styles.picture}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${rows.length}v${rows.length}h-${rows.length}z`} />
      <path fill="#000" d={squares.join('')} />
    </svg>
  )
}
