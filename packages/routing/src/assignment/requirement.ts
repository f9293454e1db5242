import type { OpenRings } from './bullseye.ts'
import type { CustomMatch } from './custom/custom-assignment.ts'

/** What waiting items ask of a representative. Items of one queue that ask for the same share a signature. */
export interface Requirement {
  /** `manual`: only pick and assignment by hand; nobody is offered these items. */
  readonly distribution: 'automatic' | 'manual'
  readonly units: number
  readonly capacityProfiles: readonly string[]
  /** Sorted by name; null: any rating. */
  readonly skills: readonly (readonly [skill: string, rating: number | null])[]
  readonly skillMatching: 'exact' | 'closest' | 'none'
  readonly allowedPresences: readonly string[]
  /** Whether the item is a record that its representative must be able to read. */
  readonly isRecord: boolean
  readonly respectWorkingHours: boolean
  /** Those of `preferred` whom an expert playbook names. */
  readonly experts: readonly string[]
  /** Experts and the customer's preferred representatives, first choice first; empty: none apply. */
  readonly preferred: readonly string[]
  /** Whether somebody else may take it when no preferred representative can. */
  readonly onlyPreferred: boolean
  /** The queue's own rules for items like this; null: a method of the system, with the checks above. */
  readonly custom: CustomMatch | null
  /** Whose turn it is by the rings of a bullseye; null: everybody's. */
  readonly rings: OpenRings | null
}
