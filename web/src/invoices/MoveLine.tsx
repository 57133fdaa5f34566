import { UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { ChevronDownIcon, ChevronUpIcon } from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import styles from './MoveLine.module.css'

export type Direction = -1 | 1

type MoveLineProps = {
  /** Which line it is, counted from one. */
  number: number
  isFirst: boolean
  isLast: boolean
  onMove: (by: Direction) => void
}

/** Moves a line up or down, by touch and by mouse; on the keyboard Alt with an arrow does, in any of its fields. */
export function MoveLine({ number, isFirst, isLast, onMove }: MoveLineProps) {
  const { invoiceForm: words } = useTexts()
  if (isFirst && isLast) return null
  return (
    <span className={styles.move}>
      <UnstyledButton
        tabIndex={-1}
        aria-label={words.moveUp(number)}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <ChevronUpIcon aria-hidden />
      </UnstyledButton>
      <UnstyledButton
        tabIndex={-1}
        aria-label={words.moveDown(number)}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <ChevronDownIcon aria-hidden />
      </UnstyledButton>
    </span>
  )
}

/** Alt with an arrow moves the line. */
export function moveByKey(event: KeyboardEvent, onMove: (by: Direction) => void): void {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
  event.preventDefault()
  onMove(event.key === 'ArrowUp' ? -1 : 1)
}
