import { type Configuration, queueCatalog, type RouteToQueueRule, type Workstream } from '@unified-routing/routing'
import { vocabularyOf } from '../condition/vocabulary.ts'
import type { RuleKind } from '../list/rule-kind.ts'
import { RouteOutput } from '../outputs/route-output.tsx'
import { withWorkstream, workstreamIndex } from './rows-of.ts'

const RULES_MAX = 200

/** The route-to-queue rules of a workstream: which queue takes an item. */
export function routeKind(configuration: Configuration, workstream: Workstream): RuleKind<RouteToQueueRule> {
  const { name, type, routeToQueue } = workstream
  const queues = [...queueCatalog(configuration).values()]
    .filter((queue) => queue.type === type)
    .map((queue) => queue.name)
  return {
    title: 'Route to queue rules',
    outputTitle: 'Queue',
    max: RULES_MAX,
    path: `workstreams[${workstreamIndex(configuration, name)}].routeToQueue.rules`,
    vocabulary: vocabularyOf(configuration, { kind: 'workstream', name }),
    withRules: (rules) =>
      withWorkstream(configuration, { ...workstream, routeToQueue: { ...routeToQueue, rules: [...rules] } }),
    newRule: (ruleName) => ({ name: ruleName, when: { all: [] }, queue: queues[0] ?? '' }),
    outputText: routeText,
    renderOutput: (props) => <RouteOutput type={type} queues={queues} {...props} />,
  }
}

/** "→ Billing", "→ Billing 60 %, Sales 40 %". */
function routeText({ queue, allocation, overflow }: RouteToQueueRule): string {
  const shares = Object.entries(allocation ?? {}).map(([name, share]) => `${name} ${share} %`)
  const overflows = Object.keys(overflow ?? {}).length > 0 ? ', with overflow of its own' : ''
  return `→ ${queue ?? shares.join(', ')}${overflows}`
}
