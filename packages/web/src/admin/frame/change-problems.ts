import { zoneProblems } from '@unified-routing/contract'
import {
  applyChanges,
  type Configuration,
  type ConfigurationChange,
  checkChange,
  validateConfiguration,
} from '@unified-routing/routing'
import { type FieldValues, get } from 'react-hook-form'
import type { ChangeProblem } from '../../data/change-failure.ts'
import type { FormProblem } from './form-context.ts'

/** All that the server would find wrong with a change, found in the page: the router's own validator runs here.
 *
 * Shape: problems of the changed row have their place in it, "members[2]"; others their place in the document. */
export function changeProblems(document: Configuration, change: ConfigurationChange): readonly ChangeProblem[] {
  const edit = applyChanges(document, [change])
  if (!edit.ok) return edit.problems.map(placed)
  const validation = validateConfiguration(edit.document)
  const problems = validation.ok
    ? [...zoneProblems(validation.configuration), ...checkChange(document, validation.configuration)]
    : validation.problems
  return problems.map((problem) => placed(edit.placeProblem(problem)))
}

const inChange = /^changes\[0\]\.?(?:row|organization)?\.?(.*)$/

function placed({ path, message }: { readonly path: string; readonly message: string }): ChangeProblem {
  const [, rest] = inChange.exec(path) ?? []
  return rest === undefined ? { change: null, path, message } : { change: 0, path: rest, message }
}

export interface FormOfRow {
  /** Where a problem of the row as a whole is shown, such as a name that is taken. */
  readonly keyField: string
  readonly fieldOf?: (place: string) => string
}

/** Problems of a row as problems of the form that describes it. */
export function formProblems(problems: readonly ChangeProblem[], form: FormOfRow): readonly FormProblem[] {
  return problems.map(({ change, path, message }) => {
    if (change === null) return { field: '', message: `${sentence(message)} (${path})` }
    const place = dotted(path) || form.keyField
    return { field: form.fieldOf?.(place) ?? place, message: sentence(message) }
  })
}

/** What is said of fields that were left empty, in place of what the validator makes of nothing. */
export function emptyProblems(values: FieldValues, required: Readonly<Record<string, string>>): readonly FormProblem[] {
  return Object.entries(required).flatMap(([field, message]) => {
    const value: unknown = get(values, field)
    return value === '' || value === null || value === undefined ? [{ field, message }] : []
  })
}

/** `hours[0].start` as react-hook-form writes it, "hours.0.start"; `skills["C++"]` becomes "skills.C++". */
function dotted(path: string): string {
  return path
    .replaceAll(/\["((?:[^"\\]|\\.)*)"\]/g, '.$1')
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .replace(/^\./, '')
}

/** A reference to nothing is one that nobody has chosen yet. */
const emptyReference = /^no [^']+ ''/

function sentence(message: string): string {
  if (emptyReference.test(message)) return 'Choose one.'
  const text = message.charAt(0).toUpperCase() + message.slice(1)
  return /[.?]$/.test(text) ? text : `${text}.`
}
