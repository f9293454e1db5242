import type { Capability, SessionView } from '@unified-routing/contract'

export function may(session: SessionView, capability: Capability): boolean {
  return session.capabilities.includes(capability)
}

/** Who has an inbox: a representative of the configuration who may handle work. */
export function isRepresentative(session: SessionView): boolean {
  return session.representative !== null && may(session, 'handleWork')
}
