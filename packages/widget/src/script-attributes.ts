/** What the script tag says. */
export interface ScriptAttributes {
  /** Where the widget came from, and where it talks to. */
  readonly origin: string
  readonly widget: string
  /** Name of a function of the page that tells who the customer is. */
  readonly tokenFunction: string | null
  readonly colorScheme: 'light' | 'dark' | null
  readonly position: 'left' | 'right' | null
  readonly isOpen: boolean
}

/** The attributes of a script tag, or null when it does not name a widget. */
export function readScriptAttributes(
  source: string,
  data: Readonly<Record<string, string | undefined>>,
): ScriptAttributes | null {
  const { widget = '', tokenFunction, colorScheme, position, open } = data
  if (!URL.canParse(source) || widget.trim() === '') return null
  return {
    origin: new URL(source).origin,
    widget: widget.trim(),
    tokenFunction: tokenFunction ?? null,
    colorScheme: colorScheme === 'light' || colorScheme === 'dark' ? colorScheme : null,
    position: position === 'left' || position === 'right' ? position : null,
    isOpen: open !== undefined && open !== 'false',
  }
}
