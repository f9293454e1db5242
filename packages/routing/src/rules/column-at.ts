import type { Literal } from '../vocabulary.ts'

type Values = Readonly<Record<string, Literal>>

/** How many names have a place of their own in the source of `valueAt`. */
const SITES = 16

/** Kept for the process, as the runtime keeps what it remembers: it decides how fast a value is read, never which. */
const sites = new Map<string, number>()

/** Where in the source of `valueAt` the values under a name are read; those that come late share one place. */
export function siteOf(name: string): number {
  const known = sites.get(name)
  if (known !== undefined) return known
  if (sites.size < SITES) sites.set(name, sites.size)
  return sites.get(name) ?? SITES
}

/** Reads the value under a name, at the site of the name.
 *
 * The runtime remembers for each place in the source under which name and where in the object it last found a value,
 * and finds it at once when both are the same again. A single place that reads ten names in turn searches each time,
 * which takes five times as long. */
export function valueAt(values: Values, name: string, site: number): Literal | undefined {
  switch (site) {
    case 0:
      return values[name]
    case 1:
      return values[name]
    case 2:
      return values[name]
    case 3:
      return values[name]
    case 4:
      return values[name]
    case 5:
      return values[name]
    case 6:
      return values[name]
    case 7:
      return values[name]
    case 8:
      return values[name]
    case 9:
      return values[name]
    case 10:
      return values[name]
    case 11:
      return values[name]
    case 12:
      return values[name]
    case 13:
      return values[name]
    case 14:
      return values[name]
    case 15:
      return values[name]
    default:
      return values[name]
  }
}
