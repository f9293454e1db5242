import type { Configuration, ConfigurationChange } from '@unified-routing/routing'
import type { RolesThatGo } from '../auth/role-holders.ts'

/** The custom roles that edits remove or name anew. */
export function rolesThatGo(changes: readonly ConfigurationChange[]): RolesThatGo {
  const ofRoles = changes.filter((change) => 'list' in change && change.list === 'customRoles')
  return {
    removed: ofRoles.flatMap((change) => ('remove' in change ? [change.name] : [])),
    renamed: new Map(ofRoles.flatMap((change) => ('rename' in change ? [[change.name, change.rename] as const] : []))),
  }
}

/** The custom roles that are no longer there in another document. */
export function rolesGoneIn(after: Configuration, before: Configuration): RolesThatGo {
  const left = new Set(after.customRoles?.map(({ name }) => name))
  const names = before.customRoles?.map(({ name }) => name) ?? []
  return { removed: names.filter((name) => !left.has(name)), renamed: new Map() }
}
