/** The list with one element at another place. */
export function moved<Element>(elements: readonly Element[], from: number, to: number): readonly Element[] {
  const element = elements[from]
  if (element === undefined || to < 0 || to >= elements.length || from === to) return elements
  return elements.toSpliced(from, 1).toSpliced(to, 0, element)
}

/** A name that no other rule has: "Urgent copy", "Urgent copy 2". */
export function freshName(wanted: string, names: readonly string[]): string {
  if (!names.includes(wanted)) return wanted
  let number = 2
  while (names.includes(`${wanted} ${number}`)) number += 1
  return `${wanted} ${number}`
}
