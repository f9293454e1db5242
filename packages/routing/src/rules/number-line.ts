/** Places on a line of numbers, in order, with a grid that says near which of them a number lies. */
export interface NumberLine {
  /** At the end stands what is no number. */
  readonly places: Float64Array
  readonly slotsPerUnit: number
  /** For each slot of the grid how many places lie in slots before it, and at the end how many there are. */
  readonly placesBefore: Int32Array
}

/** So many that a slot seldom holds a place, and the number is then told from it at once. */
const SLOTS_PER_PLACE = 16

/** A line of places that are ascending, each once. */
export function numberLine(ascending: readonly number[]): NumberLine {
  const places = Float64Array.from([...ascending, Number.NaN])
  const slots = ascending.length * SLOTS_PER_PLACE
  const span = (ascending.at(-1) ?? 0) - (ascending[0] ?? 0)
  const placesBefore = new Int32Array(slots + 2)
  const line = { places, slotsPerUnit: span > 0 ? slots / span : 0, placesBefore }
  for (const [index, place] of ascending.entries()) placesBefore.fill(index + 1, slotOf(line, place) + 1)
  return line
}

/** How many steps lie below a number: each place has one of its own, and so has each gap. */
export function stepsUpTo(line: NumberLine, number: number): number {
  const { places, placesBefore } = line
  const slot = slotOf(line, number)
  let low = placesBefore[slot] ?? 0
  let high = placesBefore[slot + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return places[low] === number ? 2 * low + 1 : 2 * low
}

/** Never less for a greater number, whatever is rounded: that alone makes the grid exact. */
function slotOf({ places, slotsPerUnit, placesBefore }: NumberLine, number: number): number {
  const last = placesBefore.length - 2
  const slot = (number - (places[0] ?? 0)) * slotsPerUnit
  // Not a number when the line has no extent, or more than can be told.
  if (!(slot > 0)) return 0
  return slot < last ? slot | 0 : last
}
