import type { SettingKind, Titled } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { invalid } from './parse.ts'

/** Fails as `invalid` for a secret that the kind does not have; its text is not repeated. */
export function requireKnownSecrets(kind: SettingKind, secrets: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(secrets).filter((name) => !Object.hasOwn(kind.secrets, name))
  if (unknown.length > 0)
    throw invalid(unknown.map((name) => ({ path: `body.secrets.${name}`, message: 'is not known' })))
}

/** Fails as `invalid` when the value names something that the configuration does not have. */
export function requireReferences(kind: SettingKind, value: Titled, configuration: Configuration): void {
  const fields = new Map<string, unknown>(Object.entries(value))
  const errors = Object.entries(kind.references).flatMap(([key, list]) => {
    const known = new Set<string>((configuration[list] ?? []).map(({ name }) => name))
    const held = fields.get(key)
    if (Array.isArray(held))
      return held.flatMap((name, index) => (known.has(String(name)) ? [] : [missing(`${key}[${index}]`, list)]))
    return typeof held !== 'string' || known.has(held) ? [] : [missing(key, list)]
  })
  if (errors.length > 0) throw invalid(errors)
}

function missing(place: string, list: string) {
  return { path: `body.value.${place}`, message: `must be the name of one of the ${list}` }
}
