import type { OperatingHours } from '../configuration/document.ts'
import type { Finding } from './finding.ts'
import { listed, type Survey } from './survey.ts'

/** Operating hours without a single open instant: nothing that keeps to them is ever open or at work. */
export function findClosedHours(survey: Survey): readonly Finding[] {
  return (survey.configuration.operatingHours ?? []).flatMap((hours, index) =>
    isNeverOpen(survey, hours)
      ? [
          {
            code: 'hoursNeverOpen',
            severity: 'warning',
            path: `operatingHours[${index}]`,
            message: `Operating hours '${hours.name}' never open${usersOf(survey, hours.name)}.`,
            remedy: `Give '${hours.name}' days and times outside of its breaks and holidays, or remove it where it is used.`,
          } as const,
        ]
      : [],
  )
}

function isNeverOpen({ calendars }: Survey, { name, hours }: OperatingHours): boolean {
  const intervals = calendars?.hours[name]
  return intervals === undefined ? hours.every(({ days }) => days.length === 0) : intervals.length === 0
}

function usersOf({ queues, people }: Survey, hours: string): string {
  const closed = [...queues.values()].filter(({ operatingHours }) => operatingHours === hours).map(({ name }) => name)
  const off = [...people.values()].filter(({ workingHours }) => workingHours === hours).map(({ name }) => name)
  const parts = [
    ...(closed.length === 0 ? [] : [`queue ${listed(closed)} stays closed`]),
    ...(off.length === 0 ? [] : [`${listed(off)} never at work`]),
  ]
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`
}
