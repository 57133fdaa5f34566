import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps, Ref } from 'react'

type AnchorButtonProps = ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>

function AnchorButton({ ref, ...props }: AnchorButtonProps & { ref?: Ref<HTMLAnchorElement> }) {
  return <Button component="a" ref={ref} {...props} />
}

/** A link in the shape of a button; takes `to` and `params` from the path builder. */
export const ButtonLink = createLink(AnchorButton)

/** A link to a file of the API, which the browser downloads or shows. */
export function FileLink({ href, ...props }: AnchorButtonProps & { href: string }) {
  return <Button component="a" href={href} download size="sm" {...props} />
}
