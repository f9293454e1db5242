import { Badge, Button, Text } from '@fluentui/react-components'
import type { RowDifference } from '@unified-routing/contract'
import { useState } from 'react'
import { countOf, labelOf } from '../../ui/words.ts'
import { differenceLines } from './difference-words.ts'
import styles from './row-differences.module.css'

const SHOWN_AT_ONCE = 50

type Change = RowDifference['change']
const looks: Record<Change, { readonly text: string; readonly color: 'success' | 'warning' | 'danger' }> = {
  add: { text: 'Added', color: 'success' },
  change: { text: 'Changed', color: 'warning' },
  remove: { text: 'Removed', color: 'danger' },
}

/** What differs between two states, row by row, each field with what it was and what it is. */
export function RowDifferences({ rows }: { readonly rows: readonly RowDifference[] }) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  return (
    <>
      <Text aria-live="polite">{summaryOf(rows)}</Text>
      <ul className={styles.rows}>
        {rows.slice(0, shown).map((row) => (
          <li key={`${row.list} ${row.name}`} className={styles.row}>
            <RowHeading row={row} />
            <Fields row={row} />
          </li>
        ))}
      </ul>
      {rows.length > shown ? (
        <div>
          <Button onClick={() => setShown(shown + SHOWN_AT_ONCE)}>Show more</Button>
        </div>
      ) : null}
    </>
  )
}

function RowHeading({ row: { change, list, name, formerName } }: { readonly row: RowDifference }) {
  return (
    <div className={styles.heading}>
      <Badge appearance="tint" color={looks[change].color}>
        {looks[change].text}
      </Badge>
      <Text weight="semibold" className={styles.name}>
        {labelOf(list)}: {name}
      </Text>
      {formerName ? <Text className={styles.hint}>was {formerName}</Text> : null}
    </div>
  )
}

function Fields({ row }: { readonly row: RowDifference }) {
  const lines = differenceLines(row.fields)
  if (lines.length === 0) return null
  return (
    <table className={styles.fields}>
      <caption className={styles.caption}>{`Fields of ${row.name}`}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{path === '' ? row.name : /^\w+$/.test(path) ? labelOf(path) : path}</th>
            <td data-side="before">{before === null ? <Nothing /> : <del>{before}</del>}</td>
            <td data-side="after">{after === null ? <Nothing /> : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Nothing() {
  return <span className={styles.hint}>nothing</span>
}

function summaryOf(rows: readonly RowDifference[]): string {
  if (rows.length === 0) return 'Nothing differs.'
  const count = (change: Change) => rows.filter((row) => row.change === change).length
  return `${countOf(rows.length, 'row')}: ${count('add')} added, ${count('change')} changed, ${count('remove')} removed.`
}
