import { type Configuration, queueCatalog } from '@unified-routing/routing'
import type { ReferenceChoice } from '../frame/fields/reference-picker.tsx'

/** Representatives by the name people know them by. */
export function representativeChoices({ representatives = [] }: Configuration): readonly ReferenceChoice[] {
  return representatives.map(({ name, fullName }) => (fullName ? { name, text: fullName, detail: name } : { name }))
}

/** The full name of a representative, which is what people know them by. */
export function fullNameOf({ representatives = [] }: Configuration, name: string): string {
  return representatives.find((one) => one.name === name)?.fullName ?? name
}

/** The queues that an administrator made; the members of the others are the system's. */
export function queueChoices(configuration: Configuration, type?: string): readonly ReferenceChoice[] {
  return [...queueCatalog(configuration).values()]
    .filter((queue) => !queue.isDefault && (type === undefined || queue.type === type))
    .map((queue) => ({ name: queue.name, detail: queue.type }))
}

export function operatingHoursChoices({ operatingHours = [] }: Configuration): readonly ReferenceChoice[] {
  return operatingHours.map(({ name, timeZone }) => (timeZone ? { name, detail: timeZone } : { name }))
}
