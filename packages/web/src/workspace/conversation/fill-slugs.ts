/** What the slugs of a prepared text stand for. */
export interface SlugValues {
  readonly customerName: string | null
  readonly representativeName: string
  /** What customers read in place of it; null: there is none. */
  readonly nickname: string | null
  readonly context: Readonly<Record<string, string | number | boolean | null>>
}

const slug = /\{(?:(?:FullName|FirstName|LastName|Nickname)\{(?:Customer|Agent)\}|OCContext\.[^{}]+)\}/g
const nameSlug = /^\{(\w+)\{(\w+)\}\}$/

/** Puts names and context variables in their places; what is not known leaves nothing behind. */
export function fillSlugs(text: string, { context, customerName, representativeName, nickname }: SlugValues): string {
  return text.replace(slug, (found) => {
    const [, part, person] = nameSlug.exec(found) ?? []
    if (part === 'Nickname' && person === 'Agent' && nickname !== null) return nickname
    if (part !== undefined) return partOf((person === 'Customer' ? customerName : representativeName) ?? '', part)
    const key = found.slice('{OCContext.'.length, -1)
    return String((Object.hasOwn(context, key) ? context[key] : null) ?? '')
  })
}

function partOf(name: string, part: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  if (part === 'FullName') return words.join(' ')
  return part === 'LastName' ? words.slice(1).join(' ') : (words[0] ?? '')
}
