export interface NotificationField {
  readonly header: string
  readonly value: string
}

/** "Topic: {topic}", one field a line. */
export function linesOfFields(fields: readonly NotificationField[]): string {
  return fields.map(({ header, value }) => `${header}: ${value}`).join('\n')
}

/** A line without a colon is a slug that is its own header. */
export function fieldsOfLines(lines: string): readonly NotificationField[] {
  return lines.split('\n').flatMap((line) => {
    const text = line.trim()
    if (text === '') return []
    const colon = text.indexOf(':')
    if (colon < 0) return [{ header: text.replace(/[{}]/g, ''), value: text }]
    return [{ header: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() }]
  })
}
