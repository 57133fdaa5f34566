import { UnstyledButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { useTexts } from '../language/language.tsx'
import { CloseIcon } from './icons.ts'
import styles from './Toasts.module.css'

/** As long as an «Ongedaan maken» stays within reach. */
const shownMs = 10_000

type Toast = { text: string; undo?: () => void }
type ShownToast = Toast & { id: number }

const context = createContext<(toast: Toast) => void>(() => undefined)

/** Shows a short message below; with `undo` it can be taken back for ten seconds. */
export function useToast() {
  return useContext(context)
}

/** Where short messages appear: below, over the page, read aloud in their turn. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<ShownToast>()
  const queryClient = useQueryClient()
  const show = useCallback((next: Toast) => setToast({ ...next, id: Date.now() }), [])
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => setToast(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [toast])
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe(({ type, mutation }) => {
        // What is begun now may turn out otherwise than what was said before.
        if (type === 'updated' && mutation.state.status === 'pending') setToast(undefined)
      }),
    [queryClient],
  )
  return (
    <context.Provider value={show}>
      {children}
      <div className={styles.place} role="status">
        {toast && <ToastCard key={toast.id} toast={toast} onClose={() => setToast(undefined)} />}
      </div>
    </context.Provider>
  )
}

function ToastCard({ toast, onClose }: { toast: ShownToast; onClose: () => void }) {
  const { common } = useTexts()
  const { undo } = toast
  return (
    <div className={styles.toast}>
      <span>{toast.text}</span>
      {undo && (
        <UnstyledButton
          className={styles.undo}
          onClick={() => {
            undo()
            onClose()
          }}
        >
          {common.undo}
        </UnstyledButton>
      )}
      <UnstyledButton className={styles.close} aria-label={common.close} onClick={onClose}>
        <CloseIcon aria-hidden />
      </UnstyledButton>
    </div>
  )
}
