/** Where a problem of the document lies inside a row of it: "offer.timeout"; null: elsewhere. */
export function placeInRow(path: string, rowPath: string): string | null {
  if (path === rowPath) return ''
  return path.startsWith(`${rowPath}.`) ? path.slice(rowPath.length + 1) : null
}

/** A place without what is inside a rule, which the rule itself says: "routeToQueue.rules[1]". */
export function ruleOfPlace(place: string): string {
  return /^.*?ules\[\d+\]/.exec(place)?.[0] ?? place
}

/** What the control of a place carries as its mark: "workstreams.0.offer.timeout". */
export function fieldOfPlace(path: string): string {
  return path.replaceAll(/\[(\d+)\]/g, '.$1')
}
