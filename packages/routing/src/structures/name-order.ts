/** Names as people order them: without regard to capitals and accents, which decide only what is otherwise equal. */
export function compareNames(left: string, right: string): number {
  return compareTexts(folded(left), folded(right)) || compareTexts(left, right)
}

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}
