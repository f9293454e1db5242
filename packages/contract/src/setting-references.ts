import type { Configuration } from '@unified-routing/routing'
import type { FieldError } from './errors.ts'
import type { SettingKind, Titled } from './setting-kind.ts'

/** Names in a value that the configuration does not have, each with its place: "workstreams[2]". */
export function unknownReferences(
  { references }: Pick<SettingKind, 'references'>,
  value: Titled,
  configuration: Configuration,
): readonly FieldError[] {
  const fields = new Map<string, unknown>(Object.entries(value))
  return Object.entries(references).flatMap(([key, list]) => {
    const known = new Set<unknown>((configuration[list] ?? []).map(({ name }) => name))
    const held = fields.get(key)
    const message = `must be the name of one of the ${list}`
    if (!Array.isArray(held))
      return typeof held !== 'string' || known.has(held) ? [] : [{ path: key, message: `${held}: ${message}` }]
    return held.flatMap((name, index) =>
      known.has(name) ? [] : [{ path: `${key}[${index}]`, message: `${String(name)}: ${message}` }],
    )
  })
}
