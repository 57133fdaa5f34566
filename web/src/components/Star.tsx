import styles from './Star.module.css'

/** The one star: Stella's mark, and the sign of «gecontroleerd». Never an ornament. */
export function Star({ className }: { className?: string }) {
  return (
    <svg className={`${styles.star} ${className ?? ''}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 1 13.8 7.66 17.6 6.4 16.34 10.2 23 12 16.34 13.8 17.6 17.6 13.8 16.34 12 23 10.2 16.34 6.4 17.6 7.66 13.8 1 12 7.66 10.2 6.4 6.4 10.2 7.66Z" />
    </svg>
  )
}
