import type { OrganizationView } from '@unified-routing/contract'
import type { Services } from '../services.ts'

/** What every signed-in page needs to know of the organization. */
export async function viewOrganization({
  engine,
  reads,
  catalogs,
  organizationId,
}: Services): Promise<OrganizationView> {
  const { organization, presences, workstreams, document, version } = catalogs()
  return {
    id: organizationId,
    name: organization.name,
    timeZone: organization.timeZone,
    routingEnabled: engine.router()?.routingEnabled() ?? (await reads.routingEnabled()),
    configurationVersion: version,
    role: engine.role(),
    sessionLimit: organization.sessionLimit,
    presences: [...presences.values()].map(({ name, base, text, selectable }) => ({ name, base, text, selectable })),
    workstreams: [...workstreams.values()].map((workstream) => ({
      name: workstream.name,
      type: workstream.type,
      channel: workstream.channel,
      table: workstream.table,
      distribution: workstream.distribution,
      selectFromPush: workstream.selectFromPush,
      rejectable: workstream.rejectable,
    })),
    skills: (document.skills ?? []).map(({ name, type }) => ({ name, type })),
  }
}
