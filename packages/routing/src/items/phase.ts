import type { WorkItem } from '../work-item.ts'
import { engagedBot, externalNumber } from './stages.ts'

/** The states of an open item as commands tell them apart: Active splits by who has it. */
export type Phase = 'open' | 'bot' | 'offered' | 'active' | 'external' | 'waiting' | 'wrapUp' | 'closed'

export function phaseOf(item: WorkItem): Phase {
  switch (item.state) {
    case 'Open':
      return 'open'
    case 'Active':
      if (engagedBot(item) !== null) return 'bot'
      if (item.session === null || externalNumber(item) !== null) return 'external'
      return item.session.acceptedAt === null ? 'offered' : 'active'
    case 'Waiting':
      return 'waiting'
    case 'Wrap-up':
      return 'wrapUp'
    case 'Closed':
      return 'closed'
  }
}
