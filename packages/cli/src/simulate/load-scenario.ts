import { zoneProblems } from '@unified-routing/contract'
import { parseScenario, type Scenario } from '@unified-routing/routing/sim'
import { readDocument } from '../read-document.ts'

export type LoadedScenario = Scenario

export type LoadScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads a scenario file and checks all of it; each problem begins with the path of the offending value. */
export async function loadScenario(file: string): Promise<LoadScenario> {
  const document = await readDocument(file)
  if (!document.ok) return document
  const parsed = parseScenario(document.value)
  const problems = parsed.ok
    ? zoneProblems(parsed.scenario.configuration).map(({ path, message }) => ({
        path: `configuration.${path}`,
        message,
      }))
    : parsed.problems
  if (parsed.ok && problems.length === 0) return parsed
  return { ok: false, problems: problems.map(({ path, message }) => `${path}: ${message}`) }
}
