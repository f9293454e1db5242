import { type CellItem, readItems, writeItems, writeNames } from './csv-cell.ts'
import { readLiteral, writeLiteral } from './literal-text.ts'
import { newPerson, type Person, type PersonSkill } from './person.ts'
import { fieldWords } from './person-changes.ts'
import { type RatingScales, ratingText, readRating } from './skill-words.ts'

/** What reading one cell comes to: somebody as the cell wants them, or what is wrong with it. */
export type CellReading = { readonly person: Person } | { readonly problem: string }

/** One column of the table of people: how a cell is written and what a cell means. An empty cell means the default. */
export interface PersonColumn {
  readonly header: string
  /** What the file may hold in it, for the page that explains the columns. */
  readonly help: string
  readonly example: string
  readonly write: (person: Person) => string
  readonly read: (cell: string, person: Person, scales: RatingScales) => CellReading
}

const defaults = newPerson('nobody')
/** A cell for an empty list where an empty cell would mean the default. */
const NONE = 'none'

export const nameColumn: PersonColumn = {
  header: fieldWords.name,
  help: 'Needed. Who is not there yet is added.',
  example: 'maria',
  write: ({ name }) => name,
  read: (_, person) => ({ person }),
}

/** Every column with a header of its own, in the order of the export. */
export const personColumns: readonly PersonColumn[] = [
  nameColumn,
  {
    header: fieldWords.fullName,
    help: 'Empty: the sign-in name.',
    example: 'Maria Keller',
    write: ({ fullName }) => fullName,
    read: (cell, person) => ({ person: { ...person, fullName: cell === '' ? person.name : cell } }),
  },
  {
    header: fieldWords.email,
    help: 'Needed to sign in. Nobody else may have it.',
    example: 'maria@example.com',
    write: ({ email }) => email,
    read: (cell, person) => ({ person: { ...person, email: cell } }),
  },
  {
    header: fieldWords.roles,
    help: `Names with semicolons between them. Empty: ${defaults.roles.join(', ')}. ${NONE} for none.`,
    example: 'Customer Service Representative',
    write: ({ roles }) => (roles.length === 0 ? NONE : writeNames(roles)),
    read: (cell, person) => ({ person: { ...person, roles: namesAs(rolesOf(cell), person.roles) } }),
  },
  {
    header: fieldWords.businessUnit,
    help: `Empty: ${defaults.businessUnit}.`,
    example: '',
    write: ({ businessUnit }) => businessUnit,
    read: (cell, person) => ({ person: { ...person, businessUnit: cell || defaults.businessUnit } }),
  },
  {
    header: fieldWords.bookable,
    help: 'yes or no. Only bookable people get work. Empty: yes.',
    example: 'yes',
    write: ({ bookable }) => (bookable ? 'yes' : 'no'),
    read: readBookable,
  },
  {
    header: fieldWords.units,
    help: `A whole number: the capacity. Empty: ${defaults.units}.`,
    example: '100',
    write: ({ units }) => String(units),
    read: readUnits,
  },
  {
    header: fieldWords.defaultPresence,
    help: `The presence after signing in. Empty: ${defaults.defaultPresence}.`,
    example: 'Available',
    write: ({ defaultPresence }) => defaultPresence,
    read: (cell, person) => ({ person: { ...person, defaultPresence: cell || defaults.defaultPresence } }),
  },
  {
    header: fieldWords.workingHours,
    help: 'The name of operating hours. Empty: always working.',
    example: '',
    write: ({ workingHours }) => workingHours,
    read: (cell, person) => ({ person: { ...person, workingHours: cell } }),
  },
  {
    header: fieldWords.skills,
    help: 'Semicolons between them, the rating after an equals sign as a number or a word of the rating model.',
    example: 'French=5; Billing; Dutch=3 (inactive)',
    write: ({ skills }) => writeItems([...skills].map(([name, held]) => skillItem(name, held))),
    read: readSkills,
  },
  {
    header: fieldWords.profiles,
    help: 'Semicolons between them, a custom limit after an equals sign.',
    example: 'Chats; Cases=5',
    write: ({ profiles }) =>
      writeItems(
        [...profiles].map(([name, limit]) => ({ name, value: limit === null ? null : String(limit), inactive: false })),
      ),
    read: readProfiles,
  },
  {
    header: fieldWords.queues,
    help: 'Semicolons between them. Who joins a queue comes last in it.',
    example: 'Billing; Returns',
    write: ({ queues }) => writeNames(queues),
    read: (cell, person) => ({ person: { ...person, queues: namesAs(namesOf(cell), person.queues) } }),
  },
  {
    header: fieldWords.groups,
    help: 'Semicolons between them.',
    example: '',
    write: ({ groups }) => writeNames(groups),
    read: (cell, person) => ({ person: { ...person, groups: namesAs(namesOf(cell), person.groups) } }),
  },
]

export const USER_COLUMN_PREFIX = 'Column: '

/** A column of one's own that rules read. */
export function userColumn(name: string): PersonColumn {
  return {
    header: `${USER_COLUMN_PREFIX}${name}`,
    help: 'A text, a number, true or false. Empty: no value.',
    example: '',
    write: ({ columns }) => {
      const value = columns[name]
      return value === undefined ? '' : writeLiteral(value)
    },
    read: (cell, person) => {
      const { [name]: _, ...others } = person.columns
      return { person: { ...person, columns: cell === '' ? others : { ...others, [name]: readLiteral(cell) } } }
    },
  }
}

function readBookable(cell: string, person: Person): CellReading {
  const word = cell.toLowerCase()
  if (['', 'yes', 'true', '1'].includes(word)) return { person: { ...person, bookable: true } }
  if (['no', 'false', '0'].includes(word)) return { person: { ...person, bookable: false } }
  return { problem: 'is neither yes nor no; write one of them' }
}

function readUnits(cell: string, person: Person): CellReading {
  const units = cell === '' ? defaults.units : Number(cell)
  return Number.isFinite(units)
    ? { person: { ...person, units } }
    : { problem: 'is not a number; write a whole number such as 100' }
}

function skillItem(name: string, { rating, active }: PersonSkill): CellItem {
  return { name, value: rating === null ? null : String(rating), inactive: !active }
}

function readSkills(cell: string, person: Person, scales: RatingScales): CellReading {
  const skills = new Map<string, PersonSkill>()
  for (const { name, value, inactive } of readItems(cell)) {
    if (skills.has(name)) return { problem: `names the skill '${name}' twice; keep one` }
    const scale = scales.get(name)
    const rating = value === null || value === '' ? null : readRating(value, scale)
    if (rating === null && value !== null && value !== '') {
      const words = scale?.values.map((one) => ratingText(one.rating, scale)).join(', ')
      const range = scale ? `${scale.min} to ${scale.max}` : 'a number'
      return { problem: `'${value}' is no rating of '${name}'; use ${range}${words ? ` or ${words}` : ''}` }
    }
    skills.set(name, { rating, active: !inactive })
  }
  return { person: { ...person, skills } }
}

function readProfiles(cell: string, person: Person): CellReading {
  const profiles = new Map<string, number | null>()
  for (const { name, value } of readItems(cell)) {
    if (profiles.has(name)) return { problem: `names the capacity profile '${name}' twice; keep one` }
    const limit = value === null || value === '' ? null : Number(value)
    if (Number.isNaN(limit)) return { problem: `'${value}' is no limit of '${name}'; use a whole number` }
    profiles.set(name, limit)
  }
  return { person: { ...person, profiles } }
}

function rolesOf(cell: string): readonly string[] {
  if (cell === NONE) return []
  return cell === '' ? defaults.roles : namesOf(cell)
}

function namesOf(cell: string): readonly string[] {
  return readItems(cell).map(({ name, value, inactive }) => {
    return `${name}${value === null ? '' : `=${value}`}${inactive ? ' (inactive)' : ''}`
  })
}

/** The order of these names means nothing, so the same names in another order are no change. */
function namesAs(wanted: readonly string[], present: readonly string[]): readonly string[] {
  const names = new Set(wanted)
  return names.size === present.length && present.every((name) => names.has(name)) ? present : [...names]
}
