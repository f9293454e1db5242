import type { Condition, Configuration } from '@unified-routing/routing'

/** The columns of a table that some rule about its rows reads, in the order of the rules. */
export function columnsRead(configuration: Configuration, table: string): readonly string[] {
  const { recordTypes = [], workstreams = [] } = configuration
  const intake = recordTypes.filter((type) => type.table === table).flatMap(({ intakeRules }) => intakeRules)
  const stages = workstreams
    .filter((workstream) => workstream.table === table)
    .flatMap(({ classification = [], routeToQueue }) => [
      ...classification.flatMap((ruleset) => ('rules' in ruleset ? ruleset.rules : [])),
      ...(routeToQueue?.rules ?? []),
    ])
  const columns = [...intake, ...stages]
    .flatMap(({ when }) => pathsIn(when))
    .flatMap((path) => {
      const [, column] = /^(?:record|item\.record)\.([^.]+)/.exec(path) ?? []
      return column === undefined ? [] : [column]
    })
  return [...new Set(columns)]
}

function pathsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(pathsIn)
  if ('any' in condition) return condition.any.flatMap(pathsIn)
  if ('not' in condition) return pathsIn(condition.not)
  return condition.valuePath === undefined ? [condition.path] : [condition.path, condition.valuePath]
}
