const LONGEST_COMPARED = 60
/** A suggestion is a courtesy: it must not make a document with many mistakes slow to check. */
const CANDIDATES_MAX = 500

/** The known word that the given one was probably meant to be, or null: at most a third of its letters differ. */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > LONGEST_COMPARED) return null
  const allowed = Math.max(1, Math.floor(word.length / 3))
  let best: string | null = null
  let bestDistance = allowed + 1
  let compared = 0
  for (const candidate of known) {
    if (compared++ === CANDIDATES_MAX) break
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** The end of a sentence about an unknown name: "; did you mean 'x'?", or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const suggestion = nearest(word, known)
  return suggestion === null ? '' : `; did you mean '${suggestion}'?`
}

/** How many letters must be changed, added, left out or swapped with their neighbour. */
function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      current[column] = Math.min(
        (current[column - 1] ?? 0) + 1,
        (previous[column] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.length] ?? 0
}
