export interface AccountsSearch {
  /** A part of a name or an e-mail address. */
  readonly q?: string
}

export function parseAccountsSearch({ q }: Record<string, unknown>): AccountsSearch {
  // The router reads a number from an address as one; a search for it is still text.
  const text = typeof q === 'number' ? String(q) : q
  return typeof text === 'string' && text !== '' ? { q: text } : {}
}
