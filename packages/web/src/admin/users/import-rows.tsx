import { Badge } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { type GridColumn, RowGrid } from '../../ui/row-grid.tsx'
import { ChangeList } from './change-list.tsx'
import styles from './import-rows.module.css'
import type { ImportRow, RowProblem } from './plan-import.ts'

const outcomes = {
  problem: { text: 'Problem', color: 'danger' },
  new: { text: 'New', color: 'success' },
  changed: { text: 'Changed', color: 'brand' },
  unchanged: { text: 'Unchanged', color: 'subtle' },
} as const

const chips = [
  { value: 'problem', label: 'Problem' },
  { value: 'new', label: 'New' },
  { value: 'changed', label: 'Changed' },
  { value: 'unchanged', label: 'Unchanged' },
] as const

/** The rows of a file with what each comes to; those with a problem first. */
export function ImportRows({ rows }: { readonly rows: readonly ImportRow[] }) {
  const [shown, setShown] = useState<ImportRow['outcome'] | null>(null)
  const listed = useMemo(() => {
    const found = shown === null ? rows : rows.filter(({ outcome }) => outcome === shown)
    return found.toSorted((one, other) => rank(one) - rank(other) || one.row - other.row)
  }, [rows, shown])
  return (
    <>
      <FilterChips label="Show" chips={chips} chosen={shown} onChoose={setShown} />
      <RowGrid label="Rows of the file" columns={columns} rows={listed} rowKey={keyOf} />
    </>
  )
}

function keyOf({ row }: ImportRow): string {
  return String(row)
}

function rank({ outcome }: ImportRow): number {
  return outcome === 'problem' ? 0 : 1
}

const columns: readonly GridColumn<ImportRow>[] = [
  { key: 'row', header: 'Row', width: 'narrow', render: ({ row }) => row },
  { key: 'name', header: 'Sign-in name', render: ({ name }) => name },
  {
    key: 'outcome',
    header: 'Outcome',
    width: 'narrow',
    render: ({ outcome }) => (
      <Badge appearance="tint" color={outcomes[outcome].color}>
        {outcomes[outcome].text}
      </Badge>
    ),
  },
  {
    key: 'details',
    header: 'Details',
    width: 'wide',
    render: ({ changes, problems }) =>
      problems.length > 0 ? <RowProblems problems={problems} /> : <ChangeList changes={changes} />,
  },
]

function RowProblems({ problems }: { readonly problems: readonly RowProblem[] }) {
  return (
    <ul className={styles.problems}>
      {problems.map(({ field, value, message }) => (
        <li key={`${field} ${message}`}>
          {field === '' ? 'The row ' : <strong>{field}</strong>}
          {field !== '' && value !== '' ? ` “${value}”` : ''}
          {field === '' ? '' : ': '}
          {message}
        </li>
      ))}
    </ul>
  )
}
