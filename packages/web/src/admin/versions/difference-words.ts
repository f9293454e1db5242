import { type FieldDifference, fieldDifferences } from '@unified-routing/routing'

/** One line of a difference as a table shows it; null: nothing on that side. */
export interface DifferenceLine {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** The lines of one row: what came or went is told field by field as well, and of lists only what differs. */
export function differenceLines(fields: readonly FieldDifference[]): readonly DifferenceLine[] {
  return fields.flatMap(spreadWhole).map(lineOf)
}

/** A row that came or went is one difference without a path; its fields are easier to read than its JSON. */
function spreadWhole(field: FieldDifference): readonly FieldDifference[] {
  if (field.path !== '' || (isScalar(field.before) && isScalar(field.after))) return [field]
  if (Array.isArray(field.before) || Array.isArray(field.after)) return [field]
  return fieldDifferences(field.before ?? {}, field.after ?? {})
}

function lineOf({ path, before, after }: FieldDifference): DifferenceLine {
  if (isTexts(before) && isTexts(after) && !path.endsWith('order')) {
    const gone = before.filter((text) => !after.includes(text))
    const come = after.filter((text) => !before.includes(text))
    if (gone.length + come.length > 0) {
      return { path, before: gone.length > 0 ? gone.join(', ') : null, after: come.length > 0 ? come.join(', ') : null }
    }
  }
  return { path, before: valueWords(before), after: valueWords(after) }
}

function valueWords(value: unknown): string | null {
  if (value === undefined) return null
  if (value === null) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isTexts(value)) return value.length === 0 ? 'none' : value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value, null, 1).replaceAll(/\s+/g, ' ') : String(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((element) => typeof element === 'string')
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}
