import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../language/language.tsx'
import styles from './Dialog.module.css'
import { useBackCloses } from './use-back-closes.ts'
import { useReturnFocus } from './use-return-focus.ts'

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
  useReturnFocus(opened)
  useBackCloses(opened, onClose)
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      centered
      returnFocus={false}
      // The page behind keeps its scrollbar, and so its place.
      removeScrollProps={{ removeScrollBar: false }}
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{ inner: styles.inner ?? '', content: styles.content ?? '', title: styles.title ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content radius="md">
        {/* Mantine's own header would be a second banner of the page. */}
        <div className={styles.header}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={common.close} size="lg" />
        </div>
        <Modal.Body className={styles.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
