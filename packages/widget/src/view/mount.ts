import { isColor, textColorOn } from './colors.ts'
import contentStyles from './content.css?inline'
import { element } from './dom.ts'
import frameStyles from './widget.css?inline'

export interface Look {
  readonly color: string
  readonly colorScheme: 'light' | 'dark' | null
}

/** Puts the widget into the page, out of reach of the page's styles, and without any that its policy could refuse. */
export function mount(content: HTMLElement, { color, colorScheme }: Look): void {
  const host = element('div', { 'data-unified-routing-chat': true, 'data-color-scheme': colorScheme ?? undefined })
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(contentStyles + frameStyles)
  shadow.adoptedStyleSheets = [sheet]
  if (isColor(color)) {
    const own = new CSSStyleSheet()
    own.replaceSync(`:host { --accent: ${color}; --on-accent: ${textColorOn(color)}; }`)
    shadow.adoptedStyleSheets.push(own)
  }
  shadow.append(content)
  document.body.append(host)
}
