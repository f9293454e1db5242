import { RouterLink } from '../../ui/router-links.tsx'
import { sentenceCase } from '../../ui/words.ts'

export interface ListLinkProps {
  readonly noun: { readonly path: string; readonly words: { readonly many: string } }
}

/** The way back to the list. */
export function ListLink({ noun }: ListLinkProps) {
  return (
    <RouterLink to="/admin/$noun" params={{ noun: noun.path }}>
      {sentenceCase(noun.words.many)}
    </RouterLink>
  )
}
