import type { Actor } from '@unified-routing/routing'

export const SERVICE_USER_NAME = 'Unified routing service'

/** Who does what the system does by itself. */
export const serviceActor: Actor = { kind: 'system', name: SERVICE_USER_NAME }
