import type { ReactNode } from 'react'
import { useLanguage, useTexts } from '../language/language.tsx'
import { files } from '../routing/paths.ts'

/** «Meer hierover»: the page that explains a cause, beside what is being read. */
export function MoreAbout({ cause }: { cause: string }): ReactNode {
  const { mending } = useTexts()
  const { language } = useLanguage()
  return (
    <a href={files.cause(cause, language)} target="_blank" rel="noopener">
      {mending.more}
    </a>
  )
}
