import type { BasePresence } from '../vocabulary.ts'
import type { Configuration } from './document.ts'

export interface PresenceDefinition {
  readonly name: string
  readonly base: BasePresence
  readonly text: string
  /** False: only the system sets it. */
  readonly selectable: boolean
  readonly builtIn: boolean
}

export type PresenceCatalog = ReadonlyMap<string, PresenceDefinition>

export const basePresences: readonly BasePresence[] = ['Available', 'Busy', 'Busy - DND', 'Away', 'Offline']

/** Set by the system after a missed offer; never chosen by hand. Routing reads its base, Away. */
export const INACTIVE_PRESENCE = 'Inactive'

const shownAs: Readonly<Record<BasePresence, string>> = {
  Available: 'Available',
  Busy: 'Busy',
  'Busy - DND': 'Do not disturb',
  Away: 'Appear away',
  Offline: 'Offline',
}

/** Every presence of an organization by name: the six of the system, then its own. */
export function presenceCatalog(presences: Configuration['presences']): PresenceCatalog {
  const catalog = new Map<string, PresenceDefinition>()
  for (const base of basePresences) {
    catalog.set(base, { name: base, base, text: shownAs[base], selectable: true, builtIn: true })
  }
  catalog.set(INACTIVE_PRESENCE, {
    name: INACTIVE_PRESENCE,
    base: 'Away',
    text: INACTIVE_PRESENCE,
    selectable: false,
    builtIn: true,
  })
  for (const { name, base, text } of presences ?? []) {
    catalog.set(name, { name, base, text: text ?? name, selectable: true, builtIn: false })
  }
  return catalog
}
