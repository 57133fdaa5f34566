import { useTexts } from '../language/language.tsx'
import styles from './ExportLink.module.css'
import { DownloadIcon } from './icons.ts'
import { Permitted } from './Permitted.tsx'

/** Takes a list out as a file, as it is filtered. */
export function ExportLink({ href }: { href: string }) {
  const { common } = useTexts()
  return (
    <Permitted to="exports">
      <a className={styles.export} href={href} download>
        <DownloadIcon aria-hidden />
        {common.export}
      </a>{' '}
      <a className={styles.export} href={`${href}${href.includes('?') ? '&' : '?'}format=xlsx`} download>
        {common.excel}
      </a>
    </Permitted>
  )
}
