import { z } from 'zod'
import { count, countsByName, id, instant, list, name, text } from './values.ts'

export const basePresence = z.enum(['Available', 'Busy', 'Busy - DND', 'Away', 'Offline'])

/** Capacity, derived from what somebody holds. */
export const loadView = z
  .strictObject({
    /** May be negative. */
    unitsFree: z.number(),
    unitsLimit: z.number(),
    profilesFree: countsByName,
    profileLimits: countsByName,
    blockedByProfile: z.boolean(),
    /** Work items of an open session, offers included. Empty for callers who may not see the work of others. */
    items: list(id),
    itemCount: count,
  })
  .meta({ id: 'Load' })

export const representativeView = z
  .strictObject({
    name,
    fullName: text,
    roles: list(name),
    queues: list(name),
    skills: list(z.strictObject({ name, rating: z.number().nullable(), active: z.boolean() })),
    signedIn: z.boolean(),
    presence: name,
    basePresence,
    presenceSetBy: z.enum(['system', 'manual', 'missedOffer', 'rejectedOffer']),
    /** By whose hand, when it is `manual`: a representative, or the name of an account. Null for callers who may not see
     * the work of others, and where nobody knows. */
    presenceSetter: text.nullable(),
    /** Null: never signed in since the configuration named them. */
    presenceChangedAt: instant.nullable(),
    /** When capacity last came back; it orders the least active. Null: never. */
    lastReleaseAt: instant.nullable(),
    /** Set while a lost connection may still return. */
    disconnectedAt: instant.nullable(),
    /** Null when this server cannot say, because another one routes. */
    load: loadView.nullable(),
  })
  .meta({ id: 'Representative' })
export type RepresentativeView = z.output<typeof representativeView>
