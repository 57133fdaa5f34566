import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentProps } from 'react'

type BusyButtonProps = Omit<ButtonProps, 'loading'> &
  Omit<ComponentProps<'button'>, keyof ButtonProps | 'disabled'> & { busy: boolean }

/**
 * A button that shows that its work is going on. It takes no second press meanwhile, and none while it is disabled, and
 * keeps the focus, which a button of the browser would lose.
 */
export function BusyButton({ busy, onClick, ...props }: BusyButtonProps) {
  const isStopped = busy || props.disabled === true
  return (
    <Button
      {...props}
      loading={busy}
      renderRoot={({ disabled: _, type = 'button', ...root }) => (
        <button
          {...root}
          type={type}
          aria-disabled={isStopped || undefined}
          onClick={(event) => (isStopped ? event.preventDefault() : onClick?.(event))}
        />
      )}
    />
  )
}
