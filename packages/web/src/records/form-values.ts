import type { RowView, TableView } from '@unified-routing/contract'

export type TableColumn = TableView['columns'][number]
type Literal = RowView['values'][string]

/** What the controls of a form hold: text for everything but switches. Column names may hold dots, so they are keyed by place. */
export type FormValues = Record<string, string | boolean>

/** The key of a column in the form: react-hook-form reads dots in names as paths. */
export function fieldName(column: TableColumn): string {
  return column.name.replaceAll('.', '·')
}

export function formValuesOf(table: TableView, values: RowView['values']): FormValues {
  return Object.fromEntries(
    table.columns.map((column) => [fieldName(column), controlValue(column, values[column.name] ?? null)]),
  )
}

/** The columns that differ from the row, as the API takes them; an emptied one is null. */
export function changedValues(table: TableView, form: FormValues, row: RowView | null): Record<string, Literal> {
  const changed: Record<string, Literal> = {}
  for (const column of table.columns) {
    const value = literalOf(column, form[fieldName(column)] ?? '')
    const before = row?.values[column.name] ?? (column.type === 'boolean' ? false : null)
    if (value !== before) changed[column.name] = value
  }
  return changed
}

/** What is wrong with a text as a value of its column; true: nothing. */
export function checkText(column: TableColumn, value: string | boolean): true | string {
  if (value === '') return column.required ? `Fill in this field.` : true
  if (column.type === 'integer' && !/^[+-]?\d+$/.test(String(value))) return 'Enter a whole number.'
  if (column.type === 'decimal' && !Number.isFinite(Number(value))) return 'Enter a number, such as 12.5.'
  return true
}

function literalOf(column: TableColumn, value: string | boolean): Literal {
  if (typeof value === 'boolean') return value
  if (value === '') return null
  if (column.type === 'integer' || column.type === 'decimal') return Number(value)
  return column.type === 'dateTime' ? new Date(value).toISOString() : value
}

function controlValue(column: TableColumn, value: Literal): string | boolean {
  if (column.type === 'boolean') return value === true
  if (value === null) return ''
  return column.type === 'dateTime' ? localDateTime(String(value)) : String(value)
}

/** "2026-03-01T09:30", in the browser's zone, as a datetime-local control wants it. */
function localDateTime(iso: string): string {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) return ''
  const local = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
