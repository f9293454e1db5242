import { checkChange } from '../../src/configuration/check-change.ts'
import type { Configuration } from '../../src/configuration/document.ts'
import { mergeConfiguration } from '../../src/configuration/merge.ts'
import { validateConfiguration } from '../../src/configuration/validate.ts'
import type { Problem } from '../scenario/fields.ts'
import { accepted, type Outcome, refused } from './outcome.ts'
import type { World } from './world.ts'

/** Merges changes into the document by name and has the router take it over; refused changes leave everything as it was. */
export function configure(world: World, changes: Readonly<Record<string, unknown>> | Partial<Configuration>): Outcome {
  const checked = validateConfiguration(mergeConfiguration(world.configuration, changes))
  if (!checked.ok) return refused(sentence(checked.problems))
  const { configuration } = checked
  const problems = [...world.zones().problemsOf(configuration), ...checkChange(world.configuration, configuration)]
  if (problems.length > 0) return refused(sentence(problems))
  const calendars = world.zones().calendarsOf(configuration)
  const version = world.configurationVersion + 1
  const rows = (changes.rows === undefined ? [] : (configuration.rows ?? [])).map((row) => ({ ...row, active: true }))
  const decision = world.carryOut({
    type: 'configure',
    configuration,
    calendars,
    version,
    rows,
    actor: { kind: 'administrator', name: null },
  })
  if (!decision.accepted) return refused(decision.refusal.message)
  world.useConfiguration({ configuration, calendars, version, rows })
  return accepted
}

function sentence(problems: readonly Problem[]): string {
  return problems.map(({ path, message }) => `${path}: ${message}`).join('; ')
}
