import type { WorkItemFilter } from '../data/queries.ts'
import type { WorkSearch } from './supervisor-search.ts'

/** The list that an address of the page asks for: what is under way, oldest first. */
export function ongoingFilter({ sort = 'createdAt', ...filters }: WorkSearch): WorkItemFilter {
  return { view: 'ongoing', sort, ...filters }
}
