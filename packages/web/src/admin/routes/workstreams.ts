/** Workstreams, record routing and playbooks: the rules. */
export const workstreamRoutes = [] as const
