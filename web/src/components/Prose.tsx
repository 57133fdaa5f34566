import { createElement, Fragment } from 'react'
import styles from './Prose.module.css'

const unbreakable = /(e-Boekhouden\.nl)/

/** A sentence in which the name of e-Boekhouden.nl never breaks over two lines. */
export function Prose({ children }: { children: string }) {
  const parts = children
    .split(unbreakable)
    .map((part) => (unbreakable.test(part) ? createElement('span', { className: styles.whole }, part) : part))
  return createElement(Fragment, null, ...parts)
}
