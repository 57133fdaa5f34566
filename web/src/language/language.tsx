import { dutchScreens, type Language, loadScreens, type Screens } from '@stella/texts/screens'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { chosenLanguage, rememberLanguage } from './choice.ts'

/** A language with its words. */
export type Words = { language: Language; texts: Screens }

const dutch: Words = { language: 'nl', texts: dutchScreens }

type LanguageContext = Words & { choose: (language: Language) => void }

const context = createContext<LanguageContext>({ ...dutch, choose: () => undefined })

/** The words a person chose in this browser; Dutch ones, which are always there, where those do not come. */
export async function chosenWords(): Promise<Words> {
  const language = chosenLanguage()
  return loadScreens(language).then(
    (texts) => ({ language, texts }),
    () => dutch,
  )
}

/** Holds the language of the screens. */
export function LanguageProvider({ first, children }: { first: Words; children: ReactNode }) {
  const [words, setWords] = useState(first)
  const queryClient = useQueryClient()
  const choose = useCallback(
    async (language: Language) => {
      const texts = await loadScreens(language).catch(() => null)
      // Without a connection they do not come, and all stays as it was.
      if (texts === null) return
      rememberLanguage(language)
      setWords({ language, texts })
      // Sentences of the API come in the language they were asked in.
      void queryClient.invalidateQueries()
    },
    [queryClient],
  )
  useEffect(() => {
    document.documentElement.lang = words.language
  }, [words.language])
  const value = useMemo(() => ({ ...words, choose: (to: Language) => void choose(to) }), [words, choose])
  return <context.Provider value={value}>{children}</context.Provider>
}

/** The language of the screens and the way to change it. */
export function useLanguage(): Pick<LanguageContext, 'language' | 'choose'> {
  return useContext(context)
}

/** The words of the screens. */
export function useTexts(): Screens {
  return useContext(context).texts
}
