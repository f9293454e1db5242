import type { Literal, RepresentativeName } from '../vocabulary.ts'
import { readsRecords } from './custom-roles.ts'
import type { Configuration, CustomRole, Representative } from './document.ts'

/** A representative's settings with every default in place. */
export interface RepresentativeSettings {
  readonly name: RepresentativeName
  readonly fullName: string
  readonly email: string | null
  readonly roles: readonly string[]
  /** May be given records. */
  readonly readsRecords: boolean
  readonly businessUnit: string
  readonly bookable: boolean
  readonly units: number
  /** Profiles held, with their limit: the custom one, else the profile's own. */
  readonly profileLimits: ReadonlyMap<string, number>
  readonly skills: ReadonlyMap<string, HeldSkill>
  readonly defaultPresence: string
  /** Name of the operating hours; null: always working. */
  readonly workingHours: string | null
  /** What `representative.<column>` reads: the own columns and the fields of the document. */
  readonly columns: Readonly<Record<string, Literal>>
}

/** A skill as one representative holds it. */
export interface HeldSkill {
  readonly type: string
  /** As configured; null: none. */
  readonly rating: number | null
  /** The rating on the scale 0 to 1 of its model, so that models can be compared; null: no rating. */
  readonly normalized: number | null
  readonly active: boolean
}

export interface RatingScale {
  readonly min: number
  readonly max: number
}

export interface SkillDefinition {
  readonly name: string
  readonly type: string
  /** Null: the skill has no rating model; its ratings count as they are. */
  readonly scale: RatingScale | null
}

export type SkillCatalog = ReadonlyMap<string, SkillDefinition>

/** Fields of the document that `representative.<column>` reads beside the columns of one's own. */
export const representativeFields = ['name', 'fullName', 'email', 'businessUnit'] as const

export const DEFAULT_ROLE = 'Customer Service Representative'
const DEFAULT_UNITS = 100
const ROOT_BUSINESS_UNIT = 'root'

/** Names that no column of a representative can have: rules read something else under them. */
export const unreadableColumns: readonly string[] = [
  ...representativeFields,
  'presence',
  'basePresence',
  'units',
  'skills',
  'isWorking',
]

/** The roles of the product; what each may do is the edge's business. */
export const roleNames: readonly string[] = [
  'System Administrator',
  'CSR Manager',
  'Omnichannel Administrator',
  'Omnichannel Supervisor',
  DEFAULT_ROLE,
  'Omnichannel Agent',
]

/** Roles whose holders are members of the system's default queues. */
export const representativeRoles: readonly string[] = [DEFAULT_ROLE, 'Omnichannel Agent']

export function skillCatalog(configuration: Pick<Configuration, 'skills' | 'ratingModels'>): SkillCatalog {
  const scales = new Map(configuration.ratingModels?.map(({ name, min, max }) => [name, { min, max }]))
  return new Map(
    configuration.skills?.map(({ name, type, ratingModel }) => [
      name,
      { name, type, scale: ratingModel === undefined ? null : (scales.get(ratingModel) ?? null) },
    ]),
  )
}

/** A rating on the scale 0 to 1 of its model: (rating - min) / (max - min). */
export function normalizeRating(rating: number, scale: RatingScale | null): number {
  if (scale === null) return rating
  return scale.max === scale.min ? 1 : (rating - scale.min) / (scale.max - scale.min)
}

/** Everybody of the document by name, in its order. */
export function representativeCatalog(configuration: Configuration): ReadonlyMap<string, RepresentativeSettings> {
  const skills = skillCatalog(configuration)
  const limits = new Map(configuration.capacityProfiles?.map(({ name, limit }) => [name, limit]))
  return new Map(
    configuration.representatives?.map((representative) => [
      representative.name,
      representativeSettings(representative, { skills, limits, customRoles: configuration.customRoles ?? [] }),
    ]),
  )
}

function representativeSettings(
  representative: Representative,
  catalogs: {
    readonly skills: SkillCatalog
    readonly limits: ReadonlyMap<string, number>
    readonly customRoles: readonly CustomRole[]
  },
): RepresentativeSettings {
  const { name, roles = [DEFAULT_ROLE], units = DEFAULT_UNITS, capacityProfiles = {}, skills = {} } = representative
  const fields: Record<(typeof representativeFields)[number], string | null> & {
    fullName: string
    businessUnit: string
  } = {
    name,
    fullName: representative.fullName ?? name,
    email: representative.email ?? null,
    businessUnit: representative.businessUnit ?? ROOT_BUSINESS_UNIT,
  }
  return {
    name,
    fullName: fields.fullName,
    email: fields.email,
    roles,
    readsRecords: readsRecords(roles, catalogs.customRoles),
    businessUnit: fields.businessUnit,
    bookable: representative.bookable ?? true,
    units,
    profileLimits: new Map(
      Object.entries(capacityProfiles).map(([profile, limit]) => [profile, limit ?? catalogs.limits.get(profile) ?? 0]),
    ),
    skills: new Map(
      Object.entries(skills).map(([skill, held]) => [skill, heldSkill(held, catalogs.skills.get(skill))]),
    ),
    defaultPresence: representative.defaultPresence ?? 'Available',
    workingHours: representative.workingHours ?? null,
    columns: { ...representative.columns, ...fields },
  }
}

function heldSkill(
  held: number | null | { readonly rating?: number; readonly active?: boolean },
  definition: SkillDefinition | undefined,
): HeldSkill {
  const rating = typeof held === 'number' ? held : (held?.rating ?? null)
  return {
    type: definition?.type ?? '',
    rating,
    normalized: rating === null ? null : normalizeRating(rating, definition?.scale ?? null),
    active: typeof held === 'object' && held !== null ? (held.active ?? true) : true,
  }
}
