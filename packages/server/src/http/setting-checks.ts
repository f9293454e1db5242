import { type SettingKind, type Titled, unknownReferences } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { invalid } from './parse.ts'
import type { Services } from './services.ts'

/** Fails as `invalid` for a secret that the kind does not have; its text is not repeated. */
export function requireKnownSecrets(kind: SettingKind, secrets: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(secrets).filter((name) => !Object.hasOwn(kind.secrets, name))
  if (unknown.length > 0)
    throw invalid(unknown.map((name) => ({ path: `body.secrets.${name}`, message: 'is not known' })))
}

/** Fails as `invalid` when the value names something that the configuration does not have. */
export function requireReferences(kind: SettingKind, value: Titled, configuration: Configuration): void {
  const errors = unknownReferences(kind, value, configuration)
  if (errors.length > 0) throw invalid(errors.map(({ path, message }) => ({ path: `body.value.${path}`, message })))
}

/** Fails as `invalid` when something speaks against the value beside what is set up already. */
export async function requireFitting(
  { kind, name }: { readonly kind: SettingKind; readonly name: string },
  value: Titled,
  { settings, engine }: Pick<Services, 'settings' | 'engine'>,
): Promise<void> {
  if (kind.problems === undefined) return
  const others = (await settings.list(kind)).filter((setting) => setting.name !== name)
  const errors = kind.problems(value, {
    configuration: engine.configuration().document,
    others: others.map((setting) => setting.value),
  })
  if (errors.length > 0) throw invalid(errors.map(({ path, message }) => ({ path: `body.value.${path}`, message })))
}
