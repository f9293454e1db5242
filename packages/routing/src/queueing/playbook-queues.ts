import type { Configuration, Playbook } from '../configuration/document.ts'
import type { QueueName } from '../vocabulary.ts'

/** The active playbooks of one kind with the queues they serve. */
export function* activePlaybooks<Kind extends Playbook['kind']>(
  configuration: Configuration,
  kind: Kind,
  queues: readonly QueueName[],
): Iterable<readonly [playbook: Extract<Playbook, { kind: Kind }>, queues: readonly QueueName[]]> {
  for (const playbook of configuration.playbooks ?? []) {
    if (!isOfKind(playbook, kind) || playbook.active === false) continue
    yield [playbook, playbook.queues === 'all' ? queues : playbook.queues]
  }
}

function isOfKind<Kind extends Playbook['kind']>(
  playbook: Playbook,
  kind: Kind,
): playbook is Extract<Playbook, { kind: Kind }> {
  return playbook.kind === kind
}
