import {
  type Configuration,
  organizationSettings,
  presenceCatalog,
  queueCatalog,
  representativeCatalog,
  tableCatalog,
  workstreamCatalog,
} from '@unified-routing/routing'

/** The configuration with every default in place, as the operations read it. */
export type Catalogs = ReturnType<typeof compileCatalogs>

type PresentConfiguration = () => { readonly document: Configuration; readonly version: number }

/** Compiles the catalogs once for each version of the configuration. */
export function createCatalogs(configuration: PresentConfiguration): () => Catalogs {
  let compiled: Catalogs | null = null
  return () => {
    const present = configuration()
    if (compiled?.version !== present.version) compiled = compileCatalogs(present.document, present.version)
    return compiled
  }
}

function compileCatalogs(document: Configuration, version: number) {
  const queues = queueCatalog(document)
  const queuesByMember = new Map<string, string[]>()
  for (const queue of queues.values())
    for (const member of queue.members) queuesByMember.set(member, [...(queuesByMember.get(member) ?? []), queue.name])
  return {
    version,
    document,
    organization: organizationSettings(document.organization),
    tables: tableCatalog(document.tables),
    routedOnCreate: new Set(document.recordTypes?.filter((type) => type.routeOnCreate).map((type) => type.table)),
    presences: presenceCatalog(document.presences),
    representatives: representativeCatalog(document),
    queues,
    /** Names of the queues that a representative is a member of. */
    queuesOf: (representative: string): readonly string[] => queuesByMember.get(representative) ?? [],
    workstreams: workstreamCatalog(document),
  }
}
