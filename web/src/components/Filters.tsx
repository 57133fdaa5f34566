import { Link, type LinkProps } from '@tanstack/react-router'
import styles from './Filters.module.css'

export type Filter = { label: string; count?: number; link: LinkProps; current: boolean }

/** A row of views of one list; each is a URL, the current one in ink. */
export function Filters({ label, filters }: { label: string; filters: readonly Filter[] }) {
  return (
    <nav className={styles.filters} aria-label={label}>
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
