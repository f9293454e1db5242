import type { Configuration } from '@unified-routing/routing'

interface OfWorkstreams {
  readonly workstreams: readonly string[]
}

/** Where something is offered, for a list. */
export function whereText({ workstreams }: OfWorkstreams): string {
  return workstreams.length === 0 ? 'Everywhere' : workstreams.join(', ')
}

/** Chips of the workstreams that settings name. */
export function workstreamFilter<Setting extends { readonly value: OfWorkstreams }>(settings: readonly Setting[]) {
  return {
    key: 'workstream',
    label: 'Workstream',
    values: [...new Set(settings.flatMap(({ value }) => value.workstreams))].toSorted(),
    of: ({ value }: Setting) => value.workstreams,
  }
}

/** Workstreams of conversations: what is said in a conversation has no place in one of records. */
export function conversationWorkstreams({ workstreams = [] }: Configuration) {
  return workstreams.filter(({ type }) => type !== 'record').map(({ name, channel }) => ({ name, detail: channel }))
}
