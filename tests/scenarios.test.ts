import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { loadScenario } from '../packages/cli/src/simulate/load-scenario.ts'
import { simulateScenario } from '../packages/cli/src/simulate/simulate-scenario.ts'

const root = join(import.meta.dirname, '..')
const acceptanceFolder = join(root, '..', 'shared', 'scenarios')

/** Acceptance scenarios of features that come later, by file, with the feature that is missing.
 *
 * One that begins to pass fails this test: take it off the list. */
const notYet: Readonly<Record<string, string>> = {}

const ours = globSync(join(root, 'packages/routing/scenarios/*.yaml'))
const acceptance = existsSync(acceptanceFolder) ? globSync(join(acceptanceFolder, '*.yaml')) : []

test('there are scenarios to run', () => {
  expect(ours.length).toBeGreaterThanOrEqual(12)
})

test.each([...ours, ...acceptance].toSorted().map((file) => [basename(file), file]))('%s', async (name, file) => {
  const loaded = await loadScenario(file)
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
  const { failures } = simulateScenario(loaded.scenario)
  const missing = notYet[name]
  if (missing === undefined) expect(failures).toEqual([])
  else expect(failures, `${name} passes now: take it off the list (${missing}).`).not.toEqual([])
})
