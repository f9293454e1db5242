import type { ReadItem } from './read-item.ts'

/** Texts beyond this are no ids. */
const ID_LENGTH_MAX = 200

/** What these do is nothing that the checks of a later operation look at. */
const leavesChecksAlone: readonly string[] = [
  'sendMessage',
  'setPresence',
  'resetPresence',
  'signInRepresentative',
  'signOutRepresentative',
]

/** Parts the operations of a call, given by their places, into those that may be checked and decided at once: one that
 * names what an earlier one changes comes in a later wave, so that it is checked on what that one has left. Where nothing
 * of a call depends on anything else of it, there is one wave. Places of `null` were refused before. */
export function wavesOf(items: readonly (ReadItem | null)[]): number[][] {
  const waves: number[][] = []
  /** By what an operation changes: the first wave of those that name it after that. */
  const firstAfter = new Map<string, number>()
  for (const [place, item] of items.entries()) {
    const wave = item === null ? 0 : waveOf(item, firstAfter)
    const together = waves[wave] ?? []
    together.push(place)
    waves[wave] = together
    if (item === null) continue
    const after = leavesChecksAlone.includes(item.id) && !hasAttachments(item) ? wave : wave + 1
    for (const id of changedBy(item)) firstAfter.set(id, Math.max(firstAfter.get(id) ?? 0, after))
  }
  return waves
}

function waveOf({ path, body }: ReadItem, firstAfter: ReadonlyMap<string, number>): number {
  if (firstAfter.size === 0) return 0
  return Math.max(latestNamed(path, firstAfter), latestNamed(body, firstAfter))
}

/** The latest wave that anything named in a part waits for. Depth is bounded: what is nested too deeply was refused. */
function latestNamed(part: unknown, firstAfter: ReadonlyMap<string, number>): number {
  if (typeof part === 'string') return part.length <= ID_LENGTH_MAX ? (firstAfter.get(part) ?? 0) : 0
  if (typeof part !== 'object' || part === null) return 0
  let wave = 0
  for (const value of Object.values(part)) wave = Math.max(wave, latestNamed(value, firstAfter))
  return wave
}

function changedBy({ path, body }: ReadItem): string[] {
  return [fieldOf(path, 'id'), fieldOf(path, 'name'), fieldOf(body, 'id')].filter((id) => typeof id === 'string')
}

function hasAttachments({ body }: ReadItem): boolean {
  const attachments = fieldOf(body, 'attachments')
  return Array.isArray(attachments) && attachments.length > 0
}

function fieldOf(part: unknown, name: string): unknown {
  return typeof part === 'object' && part !== null && Object.hasOwn(part, name) ? Reflect.get(part, name) : undefined
}
