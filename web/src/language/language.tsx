import { type Language, screensIn } from '@stella/texts'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { chosenLanguage, rememberLanguage } from './choice.ts'

type LanguageContext = { language: Language; choose: (language: Language) => void }

const context = createContext<LanguageContext>({ language: 'nl', choose: () => undefined })

/** Holds the language of the screens. Dutch unless a person chose otherwise. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(chosenLanguage)
  const queryClient = useQueryClient()
  const choose = useCallback(
    (next: Language) => {
      rememberLanguage(next)
      setLanguage(next)
      // Sentences of the API come in the language they were asked in.
      void queryClient.invalidateQueries()
    },
    [queryClient],
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const value = useMemo(() => ({ language, choose }), [language, choose])
  return <context.Provider value={value}>{children}</context.Provider>
}

/** The language of the screens and the way to change it. */
export function useLanguage(): LanguageContext {
  return useContext(context)
}

/** The words of the screens. */
export function useTexts() {
  return screensIn(useContext(context).language)
}
