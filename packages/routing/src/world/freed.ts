import type { Person } from './person.ts'
import type { World } from './world.ts'

/** Notes that something may have become possible for the representative. */
export function noteFreed({ freed }: World, person: Person): void {
  if (person.isFreed) return
  person.isFreed = true
  freed.push(person)
}

/** Their lines have been looked at. The order of the others does not matter. */
export function forgetFreedAt(freed: Person[], index: number): void {
  const person = freed[index]
  const last = freed.pop()
  if (person !== undefined) person.isFreed = false
  if (last !== undefined && index < freed.length) freed[index] = last
}

export function forgetFreed({ freed }: World): void {
  for (const person of freed) person.isFreed = false
  freed.length = 0
}
