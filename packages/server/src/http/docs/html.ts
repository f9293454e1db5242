/** HTML that is safe to put into a page: text goes through `escapeText` first. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Text with `code` between backquotes and blank lines between paragraphs. */
export function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((part) => `<p>${escapeText(part).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('')
}
