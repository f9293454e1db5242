import type { CustomRole, Persona } from './document.ts'

/** What a persona is in rights: those of this role of the product. */
export const personaRoles: Readonly<Record<Persona, string>> = {
  representative: 'Customer Service Representative',
  supervisor: 'Omnichannel Supervisor',
  administrator: 'Omnichannel Administrator',
}

export const personas = Object.keys(personaRoles).filter(isPersona)

export function isPersona(value: string): value is Persona {
  return Object.hasOwn(personaRoles, value)
}

/** Roles that may read records; whoever has none of them is skipped for routed records (decisions, Routing 14). */
const recordReaders: readonly string[] = ['Customer Service Representative', 'CSR Manager', 'System Administrator']

/** Personas of custom roles that come with permissions on records. */
const recordPersonas: readonly Persona[] = ['representative', 'supervisor']

/** The roles of the product that somebody's roles come down to: a custom one is that of its persona. */
export function builtInRoles(held: readonly string[], customRoles: readonly CustomRole[] = []): readonly string[] {
  const personaOf = new Map(customRoles.map(({ name, persona }) => [name, persona]))
  const resolved = held.map((role) => {
    const persona = personaOf.get(role)
    return persona === undefined ? role : personaRoles[persona]
  })
  return [...new Set(resolved)]
}

export function readsRecords(held: readonly string[], customRoles: readonly CustomRole[] = []): boolean {
  if (held.some((role) => recordReaders.includes(role))) return true
  return customRoles.some(({ name, persona }) => recordPersonas.includes(persona) && held.includes(name))
}
