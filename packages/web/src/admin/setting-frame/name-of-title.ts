const NAME_LENGTH_MAX = 60

/** A name for a new setting, from its title: "Überblick (kurz)" is `uberblick-kurz`. It stays when the title changes. */
export function nameOfTitle(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
  const words = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  const first = words.slice(0, NAME_LENGTH_MAX).replace(/-$/, '') || 'untitled'
  if (!taken.has(first)) return first
  let number = 2
  while (taken.has(`${first}-${number}`)) number++
  return `${first}-${number}`
}
