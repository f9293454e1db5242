/** A list with the chosen items one place further, up (-1) or down (1). Neighbours move together; who is at the end stays. */
export function movedTogether(
  names: readonly string[],
  chosen: ReadonlySet<string>,
  direction: -1 | 1,
): readonly string[] {
  const order = direction === -1 ? [...names] : names.toReversed()
  for (let index = 1; index < order.length; index++) {
    const [before = '', here = ''] = order.slice(index - 1, index + 1)
    if (chosen.has(here) && !chosen.has(before)) order.splice(index - 1, 2, here, before)
  }
  return direction === -1 ? order : order.reverse()
}
