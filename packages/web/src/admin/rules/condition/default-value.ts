import { coerce, type Operator } from '@unified-routing/routing'
import type { operandOf } from './model.ts'
import { valueControl } from './value-control.ts'
import { resolved, type Vocabulary } from './vocabulary.ts'

type Operand = ReturnType<typeof operandOf>

/** The value of a comparison whose attribute or operator has changed: the one before, where it still makes sense. */
export function defaultValue(
  { path, op, before }: { readonly path: string; readonly op: Operator; readonly before: Operand },
  vocabulary: Vocabulary,
): Operand {
  const control = valueControl(path, op, vocabulary)
  if (control.type === 'nothing' || op === 'exactMatch') return undefined
  const kind = control.type === 'duration' ? 'duration' : (resolved(path, vocabulary)?.kind ?? 'text')
  const values = (Array.isArray(before) ? before : [before ?? '']).filter(
    (value) => value !== '' && value !== null && coerce(kind, value) !== null,
  )
  const possible =
    control.type === 'choice' && !control.isOpen
      ? values.filter((value) => control.choices.some((choice) => choice.value === value))
      : values
  if ('isList' in control && control.isList) return possible
  if (control.type === 'boolean') return typeof possible[0] === 'boolean' ? possible[0] : true
  if (control.type === 'duration') return possible[0] ?? '1h'
  return possible[0] ?? (control.type === 'choice' && !control.isOpen ? (control.choices[0]?.value ?? '') : '')
}
