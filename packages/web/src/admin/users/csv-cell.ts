/** The lists inside one cell of a table of people: "French=5; Dutch=3 (inactive); Billing". */
export interface CellItem {
  readonly name: string
  /** What stands behind the equals sign; null: there is none. */
  readonly value: string | null
  readonly inactive: boolean
}

const inactiveEnd = /\s*\(inactive\)$/i

/** Writes items so that `readItems` reads the same: in names, `; = \` and a closing "(inactive)" stand behind a `\`. */
export function writeItems(items: readonly CellItem[]): string {
  return items
    .map(({ name, value, inactive }) => {
      const written = escapeName(name)
      return `${written}${value === null ? '' : `=${value}`}${inactive ? ' (inactive)' : ''}`
    })
    .join('; ')
}

export function readItems(cell: string): readonly CellItem[] {
  return splitUnescaped(cell, ';')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map(readItem)
}

/** Items that are names alone. */
export function writeNames(names: readonly string[]): string {
  return writeItems(names.map((name) => ({ name, value: null, inactive: false })))
}

function escapeName(name: string): string {
  const escaped = name.replaceAll(/[\\;=]/g, '\\$&')
  return inactiveEnd.test(name) ? escaped.replace(/\((?=[^(]*$)/, '\\(') : escaped
}

function readItem(item: string): CellItem {
  // An escaped bracket keeps its backslash before it, so the end of the text does not look like the mark.
  const inactive = /(?:^|[^\\])(?:\\\\)*\(inactive\)$/i.test(item)
  const [name = '', ...rest] = splitUnescaped(inactive ? item.replace(inactiveEnd, '') : item, '=')
  return {
    name: unescapeName(name).trim(),
    value: rest.length === 0 ? null : rest.map(unescapeName).join('=').trim(),
    inactive,
  }
}

function splitUnescaped(text: string, separator: string): readonly string[] {
  const parts = ['']
  let isEscaped = false
  for (const character of text) {
    if (character === separator && !isEscaped) parts.push('')
    else parts[parts.length - 1] += character
    isEscaped = character === '\\' && !isEscaped
  }
  return parts
}

function unescapeName(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, '$1')
}

/** What a spreadsheet would take for a formula, or for our own mark before one. */
const formulaStart = /^[=+\-@\t\r']/

/** A cell that no spreadsheet runs as a formula: what begins like one gets an apostrophe before it. */
export function guardFormula(cell: string): string {
  return formulaStart.test(cell) ? `'${cell}` : cell
}

/** The cell without the apostrophe of `guardFormula`. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell
}
