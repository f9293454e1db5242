import { type FieldError, zoneProblems } from '@unified-routing/contract'
import { type Configuration, checkChange, type Renaming, validateConfiguration } from '@unified-routing/routing'

type Checked =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly FieldError[] }

/** The rest is found when these are mended. */
const PROBLEMS_SHOWN_MAX = 1_000

/** All that is wrong with a document by itself, with its zones, or as a change of the one in force. */
export function checkConfiguration(
  document: unknown,
  present: Configuration,
  renamings: readonly Renaming[] = [],
): Checked {
  const validation = validateConfiguration(document)
  const problems = validation.ok
    ? [...zoneProblems(validation.configuration), ...checkChange(present, validation.configuration, renamings)]
    : validation.problems
  if (!validation.ok || problems.length > 0) return { ok: false, problems: problems.slice(0, PROBLEMS_SHOWN_MAX) }
  return { ok: true, configuration: validation.configuration }
}
