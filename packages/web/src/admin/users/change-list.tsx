import hidden from '../../ui/visually-hidden.module.css'
import styles from './change-list.module.css'
import type { PersonChange } from './person-changes.ts'

/** What becomes different for one person: a line a field, with what goes struck through and what comes in bold. */
export function ChangeList({ changes }: { readonly changes: readonly PersonChange[] }) {
  return (
    <ul className={styles.list}>
      {changes.map(({ field, removed, added }) => (
        <li key={field}>
          <span className={styles.field}>{field}: </span>
          {removed.map((text) => (
            <span key={text} className={styles.part}>
              <span className={hidden.hidden}>no longer </span>
              <del className={styles.removed}>{text}</del>
            </span>
          ))}
          {added.map((text) => (
            <span key={text} className={styles.part}>
              <span className={hidden.hidden}>now </span>
              <ins className={styles.added}>{text}</ins>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
