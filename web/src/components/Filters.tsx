import { Link, type LinkProps } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import styles from './Filters.module.css'

export type Filter = { label: string; count?: number; link: LinkProps; current: boolean }

/** A row of views of one list; each is a URL, the current one in ink. */
export function Filters({ label, filters }: { label: string; filters: readonly Filter[] }) {
  const nav = useRef<HTMLElement>(null)
  const current = filters.find((filter) => filter.current)
  const text = current && `${current.label}${current.count || ''}`
  // Its count may come later, and widens it.
  useEffect(() => showCurrent(nav.current, text), [text])
  return (
    <nav ref={nav} className={styles.filters} aria-label={label}>
      {filters.map((filter) => (
        <Link
          key={filter.label}
          {...filter.link}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={filter.current ? 'page' : undefined}
        >
          {filter.label}
          {filter.count ? <span>{filter.count}</span> : null}
        </Link>
      ))}
    </nav>
  )
}

/** On a phone the row is wider than the screen; the current view must not stand outside it. */
function showCurrent(nav: HTMLElement | null, text: string | undefined) {
  const link = [...(nav?.children ?? [])].find((child) => child.textContent === text)
  if (!nav || !link) return
  const { left, width } = link.getBoundingClientRect()
  nav.scrollLeft += left - nav.getBoundingClientRect().left - (nav.clientWidth - width) / 2
}
