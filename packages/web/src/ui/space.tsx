/** Holds the place of the rows of a long list that are not drawn. */
export function Space({ heightPx, className }: { readonly heightPx: number; readonly className?: string | undefined }) {
  return heightPx > 0 ? <svg className={className} width="1" height={heightPx} aria-hidden="true" /> : null
}
