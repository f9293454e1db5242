import type { BulkAction, BulkActionKind } from './bulk-action.ts'
import type { PersonPart } from './person-rights.ts'

interface BulkActionWords {
  readonly label: string
  /** What of a person it changes. */
  readonly part: PersonPart
}

/** Every step of a bulk edit by the words people choose it by, in the order they read them. */
export const bulkActionWords: Readonly<Record<BulkActionKind, BulkActionWords>> = {
  addQueues: { label: 'Add to queues', part: 'queues' },
  removeQueues: { label: 'Remove from queues', part: 'queues' },
  addSkills: { label: 'Add skills', part: 'skills' },
  rateSkills: { label: 'Change the rating of skills', part: 'skills' },
  removeSkills: { label: 'Remove skills', part: 'skills' },
  activateSkills: { label: 'Activate skills', part: 'skills' },
  deactivateSkills: { label: 'Deactivate skills', part: 'skills' },
  addProfiles: { label: 'Add capacity profiles', part: 'profiles' },
  removeProfiles: { label: 'Remove capacity profiles', part: 'profiles' },
  limitProfiles: { label: 'Set the custom limit of capacity profiles', part: 'profiles' },
  setUnits: { label: 'Set units', part: 'units' },
  setDefaultPresence: { label: 'Set default presence', part: 'defaultPresence' },
  setBookable: { label: 'Set bookable', part: 'bookable' },
  setWorkingHours: { label: 'Set working hours', part: 'workingHours' },
  addRoles: { label: 'Add roles', part: 'roles' },
  removeRoles: { label: 'Remove roles', part: 'roles' },
  setBusinessUnit: { label: 'Set business unit', part: 'businessUnit' },
  addGroups: { label: 'Add to user groups', part: 'groups' },
  removeGroups: { label: 'Remove from user groups', part: 'groups' },
}

const kinds = [
  'addQueues',
  'removeQueues',
  'addSkills',
  'rateSkills',
  'removeSkills',
  'activateSkills',
  'deactivateSkills',
  'addProfiles',
  'removeProfiles',
  'limitProfiles',
  'setUnits',
  'setDefaultPresence',
  'setBookable',
  'setWorkingHours',
  'addRoles',
  'removeRoles',
  'setBusinessUnit',
  'addGroups',
  'removeGroups',
] as const satisfies readonly BulkActionKind[]

/** The steps that change something the caller may change. */
export function kindsFor(mayChange: (part: PersonPart) => boolean): readonly BulkActionKind[] {
  return kinds.filter((kind) => mayChange(bulkActionWords[kind].part))
}

export function isBulkActionKind(kind: string): kind is BulkActionKind {
  return kind in bulkActionWords
}

/** A step of this kind before anything is chosen. */
export function emptyAction(kind: BulkActionKind): BulkAction {
  switch (kind) {
    case 'addSkills':
    case 'rateSkills':
      return { kind, names: [], rating: null }
    case 'limitProfiles':
      return { kind, names: [], limit: null }
    case 'setUnits':
      return { kind, units: 100 }
    case 'setBookable':
      return { kind, bookable: true }
    case 'setDefaultPresence':
      return { kind, value: 'Available' }
    case 'setWorkingHours':
    case 'setBusinessUnit':
      return { kind, value: '' }
    default:
      return { kind, names: [] }
  }
}

/** Whether a step says enough to be carried out. */
export function isComplete(action: BulkAction): boolean {
  if ('names' in action) return action.names.length > 0
  return action.kind !== 'setBusinessUnit' || action.value.trim() !== ''
}
