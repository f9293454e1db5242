import { randomUUID } from 'node:crypto'
import { openApiDocument, rootBusinessUnit } from '@unified-routing/contract'
import { createAlerts } from './analytics/alerts.ts'
import { createFigures } from './analytics/figures.ts'
import type { AppOptions } from './app.ts'
import { createAuditLog } from './audit/audit-log.ts'
import { createConversationServices, originOf } from './conversation-services.ts'
import { createAccess } from './create-access.ts'
import type { Engine } from './engine/engine.ts'
import type { OperationAnswer } from './engine/operations.ts'
import { createConfigurationHistory } from './history/configuration-history.ts'
import { createCatalogs } from './http/catalogs.ts'
import { renderDocsPage } from './http/docs/docs-page.ts'
import type { Services } from './http/services.ts'
import { newId } from './new-id.ts'
import type { StoredAdmission } from './provisioning/admission.ts'
import { createEnabling, type Enabling } from './provisioning/enabling.ts'
import { createProvisioner } from './provisioning/provisioner.ts'
import { createSettings } from './settings/settings.ts'
import { createReads } from './store/create-reads.ts'
import { readKeptAnswers } from './store/kept-answers.ts'
import type { Store } from './store/store.ts'
import type { ServerMetrics } from './telemetry/server-metrics.ts'

/** What everything else stands on: the store, the engine, and who this server is. */
export interface Foundation {
  readonly options: AppOptions
  readonly engine: Engine
  readonly store: Store
  readonly admission: StoredAdmission
  readonly holder: string
  readonly now: () => number
  readonly metrics: ServerMetrics
}

/** What the operations work with. */
export async function createServices(foundation: Foundation): Promise<Services> {
  const { options, engine, store, now, metrics } = foundation
  const { organizationId, publicUrl, singleSignOn, overrides } = options
  const access = await createAccess({
    store,
    organizationId,
    configuration: engine.configuration,
    publicUrl,
    singleSignOn,
    now,
    ...(overrides?.passwordHashing === undefined ? {} : { passwordHashing: overrides.passwordHashing }),
  })
  const audit = createAuditLog({ store, organizationId, now })
  const settings = await createSettings({ store, organizationId, now, log: options.log.child({ part: 'settings' }) })
  const catalogs = createCatalogs(engine.configuration)
  const businessUnitOf = (name: string) => catalogs().representatives.get(name)?.businessUnit ?? rootBusinessUnit
  const figures = createFigures({
    ...{ store, organizationId, engine, settings, now, businessUnitOf, log: options.log },
    loop: metrics.loop('figures'),
  })
  return {
    ...access,
    organizationId,
    engine,
    reads: makeReads(foundation),
    ...(await createConversationServices({ ...foundation, settings, catalogs })),
    history: createConfigurationHistory(store, organizationId),
    keptAnswer: async (key) =>
      (await readKeptAnswers<OperationAnswer>(store, { organizationId, keys: [key], now: now() })).get(key) ?? null,
    catalogs,
    figures,
    alerts: createAlerts({
      ...{ store, organizationId, engine, settings, figures, now, newId: randomUUID, log: options.log },
      loop: metrics.loop('alerts'),
      allowsInner: options.webhooksInside === true,
      ...(overrides?.faults === undefined ? {} : { faults: overrides.faults }),
    }),
    mailer: options.mailer,
    log: options.log.child({ part: 'http' }),
    publicOrigin: originOf(publicUrl),
    enabling: makeEnabling(foundation, { accounts: access.accounts, audit }),
    audit,
    settings,
    newAccountPassword: options.newAccountPassword,
    metrics: () => foundation.metrics.registry.metrics(),
    now,
    newId,
    documents: makeDocuments(options.version),
  }
}

/** What was just committed need not be read again. */
function makeReads({ options, engine, store }: Foundation): Services['reads'] {
  const reads = createReads(store, options.organizationId)
  return { ...reads, workItem: async (id) => engine.committedItem(id) ?? reads.workItem(id) }
}

function makeEnabling(
  { options, engine, store, admission, holder, now, metrics }: Foundation,
  parts: Pick<Services, 'accounts' | 'audit'>,
): Enabling {
  const { organizationId, supportContact, log, overrides } = options
  const provisioner = createProvisioner({
    organizationId,
    store,
    engine,
    ...parts,
    admission,
    holder,
    now,
    newId: randomUUID,
    log: log.child({ part: 'provisioning' }),
    loop: metrics.loop('provisioning'),
    ...overrides?.provisioning,
  })
  return createEnabling({
    organizationId,
    store,
    engine,
    admission,
    provisioner,
    supportContact,
    now,
    newId: randomUUID,
  })
}

/** Made when somebody asks for them: nobody waits for them at a start. */
function makeDocuments(version: string): Services['documents'] {
  let openApi: Services['documents']['openApi'] | null = null
  let page: string | null = null
  const document = () => {
    openApi ??= openApiDocument(version)
    return openApi
  }
  return {
    get openApi() {
      return document()
    },
    get page() {
      page ??= renderDocsPage(document())
      return page
    },
  }
}
