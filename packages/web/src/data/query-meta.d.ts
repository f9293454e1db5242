import type { WorkItemFilter } from './queries.ts'

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Lists of work items say what they show, so that live events can be put in the right ones. */
      readonly workItemFilter?: WorkItemFilter
    }
  }
}
