import type { Dependent } from '@unified-routing/contract'
import type { Reference } from '@unified-routing/routing'

/** A row of the configuration that names another, as the API tells it. */
export function viewDependent({ from, path, words, canGo }: Reference): Dependent {
  return { list: from.list, name: from.name, path, words, canGo }
}
