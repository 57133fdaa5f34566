import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentProps } from 'react'

type BusyButtonProps = Omit<ButtonProps, 'loading'> &
  Omit<ComponentProps<'button'>, keyof ButtonProps | 'disabled'> & { busy: boolean }

/**
 * A button that shows that its work is going on. It takes no second press meanwhile, and keeps the focus, which a
 * disabled button would lose.
 */
export function BusyButton({ busy, onClick, ...props }: BusyButtonProps) {
  return (
    <Button
      {...props}
      loading={busy}
      renderRoot={({ disabled: _, type = 'button', ...root }) => (
        <button
          {...root}
          type={type}
          aria-disabled={busy || undefined}
          onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
        />
      )}
    />
  )
}
