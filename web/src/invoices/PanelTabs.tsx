import type { KeyboardEvent } from 'react'
import styles from './PanelTabs.module.css'

type PanelTabsProps<View extends string> = {
  views: readonly [View, View]
  view: View
  names: Readonly<Record<View, string>>
  label: string
  onChange: (view: View) => void
}

/** A choice between two views of one panel, whose element is called `panel-…`: an arrow goes to the other one. */
export function PanelTabs<View extends string>({
  label,
  names,
  onChange,
  view,
  views,
}: PanelTabsProps<View>) {
  const other = views.find((it) => it !== view) ?? view
  const goToOther = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    onChange(other)
    document.getElementById(`tab-${other}`)?.focus()
  }
  return (
    <div className={styles.tabs} role="tablist" aria-label={label}>
      {views.map((it) => (
        <button
          key={it}
          type="button"
          role="tab"
          id={`tab-${it}`}
          aria-selected={it === view}
          aria-controls={it === view ? `panel-${it}` : undefined}
          tabIndex={it === view ? 0 : -1}
          onClick={() => onChange(it)}
          onKeyDown={goToOther}
        >
          {names[it]}
        </button>
      ))}
    </div>
  )
}
