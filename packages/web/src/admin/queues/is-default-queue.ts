import { defaultQueueNames, type Queue } from '@unified-routing/routing'

/** One of the system's queues: every representative is a member, and only its assignment method can be changed. */
export function isDefaultQueue({ name, type }: Pick<Queue, 'name' | 'type'>): boolean {
  return defaultQueueNames[type] === name
}
