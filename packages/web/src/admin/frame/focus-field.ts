/** Moves the focus to the control of a field, or to the nearest that holds it. */
export function focusField(field: string): void {
  const parts = field.split('.')
  for (let length = parts.length; length > 0; length--) {
    const place = CSS.escape(parts.slice(0, length).join('.'))
    const found = document.querySelector(`[data-field="${place}"]`)
    const control = found?.querySelector('input, select, textarea, button, [tabindex="0"]')
    if (control instanceof HTMLElement) return control.focus()
  }
}
