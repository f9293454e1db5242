import { MAIN_ID } from './main-id.ts'
import styles from './skip-link.module.css'

/** The first stop of the Tab key: past the bars, to the page. */
export function SkipLink() {
  return (
    <a className={styles.link} href={`#${MAIN_ID}`}>
      Skip to the page
    </a>
  )
}
