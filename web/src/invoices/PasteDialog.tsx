import { Button, NativeSelect, Table } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../components/Dialog.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import styles from './PasteDialog.module.css'
import { type Column, columns } from './paste-columns.ts'

/** Enough to recognise the columns by; the rest is pasted like these. */
const shownRows = 4

type PasteDialogProps = {
  rows: readonly (readonly string[])[]
  guess: readonly Column[]
  onClose: () => void
  onFill: (rows: readonly (readonly string[])[], columns: readonly Column[]) => void
}

/** Asks what the columns of pasted rows are where that is not certain. Nothing is filled before it is said. */
export function PasteDialog({ rows, guess, onClose, onFill }: PasteDialogProps) {
  const { invoiceForm: words, common } = useTexts()
  const [chosen, setChosen] = useState<readonly Column[]>(guess)
  const [withoutFirst, setWithoutFirst] = useState(false)
  const content = withoutFirst ? rows.slice(1) : rows
  // Columns and rows are named as in a spreadsheet.
  const letters = guess.map((_, index) => String.fromCharCode('A'.charCodeAt(0) + index))
  const shown = content.slice(0, shownRows).map((cells, index) => ({ number: index + 1, cells }))
  const choose = (index: number, value: string) => {
    const column = columns.find((it) => it === value) ?? 'nothing'
    setChosen(chosen.map((it, place) => (place === index ? column : it)))
  }
  const options = columns.map((column) => ({ value: column, label: words.pasteColumns[column] }))
  return (
    <Dialog opened onClose={onClose} title={words.pasteTitle}>
      <div className={form.form}>
        <p className={form.quiet}>{words.pasteText}</p>
        <div className={styles.scroll}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {letters.map((letter, index) => (
                  <Table.Th key={letter}>
                    <NativeSelect
                      aria-label={words.pasteColumn(letter)}
                      data={options}
                      value={chosen[index] ?? 'nothing'}
                      onChange={(event) => choose(index, event.currentTarget.value)}
                    />
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(({ number, cells }) => (
                <Table.Tr key={number}>
                  {letters.map((letter, index) => (
                    <Table.Td key={letter}>{cells[index]}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        <label className={styles.first}>
          <input
            type="checkbox"
            checked={withoutFirst}
            onChange={(event) => setWithoutFirst(event.currentTarget.checked)}
          />
          {words.pasteHeadings}
        </label>
        <div className={form.buttons}>
          <Button variant="star" onClick={() => onFill(content, chosen)}>
            {words.pasteFill(content.length)}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
