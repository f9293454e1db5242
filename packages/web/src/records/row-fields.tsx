import type { TableView } from '@unified-routing/contract'
import type { UseFormReturn } from 'react-hook-form'
import { Section } from '../ui/section.tsx'
import { ColumnField } from './column-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { FormValues, TableColumn } from './form-values.ts'
import styles from './row-fields.module.css'
import { nameColumnOf } from './table-words.ts'

const longTexts: ReadonlySet<string> = new Set(['description', 'notes', 'body'])

export interface RowFieldsProps {
  readonly table: TableView
  readonly form: UseFormReturn<FormValues>
  readonly isReadOnly: boolean
}

/** Every column of a table as a field; those that hold much text are as wide as the form. */
export function RowFields({ table, form, isReadOnly }: RowFieldsProps) {
  const nameColumn = nameColumnOf(table)
  const inOrder = table.columns.toSorted((one, other) => rankOf(one, nameColumn) - rankOf(other, nameColumn))
  return (
    <>
      <ErrorSummary errors={form.formState.errors} onGoTo={(field) => form.setFocus(field)} />
      <Section title="Details">
        <div className={styles.fields}>
          {inOrder.map((column) => (
            <div key={column.name} className={rankOf(column, nameColumn) < 2 ? styles.wide : styles.field}>
              <ColumnField column={column} control={form.control} isReadOnly={isReadOnly} />
            </div>
          ))}
        </div>
      </Section>
    </>
  )
}

/** The name and the long texts lead, over the whole width; then how urgent, for whom, and what is quickly chosen. */
function rankOf({ name, type }: TableColumn, nameColumn: string | null): number {
  if (name === nameColumn) return 0
  if (longTexts.has(name)) return 1
  if (name === 'priority' || name === 'customer') return 2
  return type === 'choice' ? 3 : 4
}
