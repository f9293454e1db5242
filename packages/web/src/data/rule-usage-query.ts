import { queryOptions } from '@tanstack/react-query'
import { operations, type RuleUsageKind } from '@unified-routing/contract'
import { api } from './api.ts'

/** Work passes all the time; a minute is soon enough for figures that are not watched. */
const READ_EVERY_MS = 60_000

/** How often the rules of one place applied in the last days, or how much work passed the stages of a workstream. */
export const ruleUsageQuery = (kind: RuleUsageKind, owner: string) =>
  queryOptions({
    queryKey: ['rule-usage', kind, owner],
    queryFn: ({ signal }) => api.call(operations.getRuleUsage, { query: { kind, owner }, signal }),
    // A workstream of conversations has no table.
    enabled: owner !== '',
    staleTime: 0,
    refetchInterval: READ_EVERY_MS,
  })
