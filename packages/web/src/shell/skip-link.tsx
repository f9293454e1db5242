import styles from './skip-link.module.css'

export const MAIN_ID = 'main'

/** The first stop of the Tab key: past the bars, to the page. */
export function SkipLink() {
  return (
    <a className={styles.link} href={`#${MAIN_ID}`}>
      Skip to the page
    </a>
  )
}
