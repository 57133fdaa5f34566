import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../language/language.tsx'
import styles from './Dialog.module.css'

type DialogProps = {
  opened: boolean
  onClose: () => void
  title: string
  size?: string
  children: ReactNode
}

/** A question that needs an answer first. On a phone it is a sheet from below. */
export function Dialog({ opened, onClose, title, size = '32rem', children }: DialogProps) {
  const { common } = useTexts()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      radius="md"
      transitionProps={{ transition: 'fade', duration: 120 }}
      closeButtonProps={{ 'aria-label': common.close, size: 'lg' }}
      classNames={{
        inner: styles.inner ?? '',
        content: styles.content ?? '',
        header: styles.header ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
      }}
    >
      {children}
    </Modal>
  )
}
