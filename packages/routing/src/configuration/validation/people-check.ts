import { personas } from '../custom-roles.ts'
import type { CustomRole, PreferredRepresentatives, Representative, UserGroup } from '../document.ts'
import { INACTIVE_PRESENCE } from '../presences.ts'
import { roleNames, unreadableColumns } from '../representative-settings.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import {
  boolean,
  dictionary,
  distinct,
  integer,
  list,
  literal,
  name,
  named,
  object,
  oneOf,
  show,
  textOf,
} from './checks.ts'
import type { Check, Place } from './place.ts'
import {
  capacityProfileName,
  operatingHoursName,
  presenceName,
  queueName,
  representativeName,
  roleName,
  skillName,
} from './references.ts'
import { checkRating } from './skill-check.ts'
import { identifier } from './table-check.ts'

const UNITS_MAX = 2_147_483_647
const PROFILE_LIMIT_MAX = 100
const PREFERRED_MAX = 3
const emailForm = /^[^\s@]{1,64}@[^\s@]{1,190}$/

const email: Check = (value, place) => {
  if (typeof value === 'string' && emailForm.test(value)) return
  place.report(`expected an e-mail address, found ${show(value)}`)
}

const customLimit: Check = (value, place) => {
  if (value !== null) integer(0, PROFILE_LIMIT_MAX)(value, place)
}

const detailedSkill = object<{ rating?: number; active?: boolean }>({
  fields: { rating: () => undefined, active: boolean },
  required: [],
})

const columnName: Check = (value, place) => {
  identifier(value, place)
  if (!unreadableColumns.some((known) => known === value)) return
  place.report(`${show(value)} is a field of every representative; choose another name for the column`)
}

const customRoleName: Check = (value, place) => {
  name(100)(value, place)
  if (roleNames.some((known) => known === value))
    place.report(`${show(value)} is a role of the product; choose another name`)
}

export const customRoles = named(
  object<CustomRole>({
    fields: { name: customRoleName, persona: oneOf(personas) },
    required: ['name', 'persona'],
  }),
)

const representative = object<Representative>({
  fields: {
    name: name(100),
    fullName: name(),
    email,
    roles: distinct(roleName),
    businessUnit: name(),
    bookable: boolean,
    units: integer(0, UNITS_MAX),
    capacityProfiles: dictionary(capacityProfileName, customLimit),
    skills: checkSkills,
    defaultPresence: (value, place) => {
      presenceName(value, place)
      if (value === INACTIVE_PRESENCE)
        place.report(`only the system sets ${INACTIVE_PRESENCE}; choose another presence`)
    },
    workingHours: operatingHoursName,
    columns: dictionary(columnName, literal),
  },
  required: ['name'],
  refine: checkBookable,
})

export const representatives: Check = (value, place) => {
  named(representative)(value, place)
  list(() => undefined, { unique: (row) => textOf(row, 'email')?.toLowerCase() ?? null })(
    Array.isArray(value) ? value : [],
    place,
  )
}

export const userGroups = named(
  object<UserGroup>({
    fields: { name: name(), members: distinct(representativeName), queues: distinct(queueName) },
    required: ['name', 'members'],
  }),
)

export const preferredRepresentatives = list(
  object<PreferredRepresentatives>({
    fields: { contact: name(), representatives: distinct(representativeName, { min: 1, max: PREFERRED_MAX }) },
    required: ['contact', 'representatives'],
  }),
  { unique: (row) => textOf(row, 'contact') },
)

function checkSkills(value: unknown, place: Place): void {
  const heldSkill: Check = (held, there) => {
    if (isRecord(held)) detailedSkill(held, there)
  }
  dictionary(skillName, heldSkill)(value, place)
  if (!isRecord(value)) return
  for (const [skill, held] of Object.entries(value)) {
    if (place.isEnough()) return
    const there = place.at(skill)
    if (!isRecord(held)) checkRating(skill, held, there)
    else if (own(held, 'rating') !== undefined) checkRating(skill, own(held, 'rating'), there.at('rating'))
  }
}

/** Profiles count the work of bookable resources; nobody else gets any. */
function checkBookable(row: UnknownRecord, place: Place): void {
  const profiles = own(row, 'capacityProfiles')
  if (own(row, 'bookable') !== false || !isRecord(profiles) || Object.keys(profiles).length === 0) return
  place
    .at('capacityProfiles')
    .report('only a bookable representative can hold capacity profiles; remove one of the two')
}
