import { useTexts } from '../language/language.tsx'
import styles from './ExportLink.module.css'
import { DownloadIcon } from './icons.ts'

/** Takes a list out as a file, as it is filtered. */
export function ExportLink({ href }: { href: string }) {
  const { common } = useTexts()
  return (
    <a className={styles.export} href={href} download>
      <DownloadIcon aria-hidden />
      {common.export}
    </a>
  )
}
