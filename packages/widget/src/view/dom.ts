type Attributes = Readonly<Record<string, string | boolean | undefined>>

/** Makes an element. Children that are texts stay texts: nothing is ever read as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  setAttributes(made, attributes)
  made.append(...children)
  return made
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name)
    else target.setAttribute(name, value === true ? '' : value)
  }
}

const SVG = 'http://www.w3.org/2000/svg'

/** Strokes of icons on a square of 24. */
const icons = {
  chat: 'M4 5h16v11H10l-4 4v-4H4z',
  minimise: 'M6 9l6 6 6-6',
  send: 'M4 12l16-8-6 16-3-6z',
  attach: 'M8 12l6-6a3.5 3.5 0 015 5l-8 8a5.5 5.5 0 01-8-8l7-7',
  download: 'M12 4v11m-5-5l5 5 5-5M5 20h14',
  sound: 'M5 10v4h3l4 4V6l-4 4zM16 9a4 4 0 010 6M18.5 6.5a8 8 0 010 11',
  silent: 'M5 10v4h3l4 4V6l-4 4zM16 9.5l5 5m0-5l-5 5',
  end: 'M6 6l12 12M18 6L6 18',
} as const

export type IconName = keyof typeof icons

export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  setAttributes(svg, { viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' })
  const path = document.createElementNS(SVG, 'path')
  setAttributes(path, { d: icons[name] })
  svg.append(path)
  return svg
}

export interface ButtonOptions {
  readonly label: string
  readonly icon?: IconName
  /** Shows the label too. */
  readonly isText?: boolean
  readonly class?: string
  readonly onClick: () => void
}

export function button({ label, icon: name, isText = false, class: role, onClick }: ButtonOptions): HTMLButtonElement {
  const made = element('button', { type: 'button', class: role })
  if (name !== undefined) made.append(icon(name))
  if (isText) made.append(label)
  else setAttributes(made, { 'aria-label': label, title: label })
  made.addEventListener('click', onClick)
  return made
}

/** Shows or hides without taking anything away. */
export function show(target: HTMLElement, isShown: boolean): void {
  target.hidden = !isShown
}

export function setText(target: Node, text: string): void {
  if (target.textContent !== text) target.textContent = text
}

/** A link that opens elsewhere and tells that page nothing of this one. */
export function link(text: string, href: string, attributes: Attributes = {}): HTMLAnchorElement {
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow', ...attributes }, text)
}
