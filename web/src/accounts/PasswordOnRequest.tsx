import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { askPasswordWith } from '../api/confirm-password.ts'

const ConfirmPassword = lazy(() =>
  import('./ConfirmPassword.tsx').then(({ ConfirmPassword }) => ({ default: ConfirmPassword })),
)

/**
 * Has the password asked for where a session stood open; what was asked of the API goes on once it is given. The
 * dialog comes when it is asked for, which is seldom.
 */
export function PasswordOnRequest() {
  const answer = useRef<(given: boolean) => void>(undefined)
  const [opened, setOpened] = useState(false)
  const [everOpened, setEverOpened] = useState(false)
  useEffect(
    () =>
      askPasswordWith(
        () =>
          new Promise((resolve) => {
            answer.current = resolve
            setEverOpened(true)
            setOpened(true)
          }),
      ),
    [],
  )
  const settle = (given: boolean) => {
    answer.current?.(given)
    answer.current = undefined
    setOpened(false)
  }
  return (
    everOpened && (
      <Suspense fallback={null}>
        <ConfirmPassword opened={opened} onSettled={settle} />
      </Suspense>
    )
  )
}
