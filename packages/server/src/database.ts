import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.ts'
import { readSetting, settleSetting } from './store/installation-settings.ts'
import { migrate } from './store/migrate.ts'
import { ensureOrganization } from './store/organization.ts'
import { checkReachable, openStore } from './store/store.ts'

/** Settings that the installation keeps beside its data. */
export interface InstallationSettings {
  read(name: string): Promise<string | null>
  /** Keeps what is there already, and answers it. */
  settle(name: string, value: string): Promise<string>
}

export interface Database {
  readonly connectionString: string
  readonly isEmbedded: boolean
  readonly settings: InstallationSettings
  stop(): Promise<void>
}

interface DatabaseOptions {
  readonly config: Config
  readonly organizationId: string
  readonly log: Logger
  readonly onFatal: (error: Error) => void
  /** See EmbeddedPostgresOptions; not called for a database of your own. */
  readonly whileItStarts?: () => Promise<unknown>
}

/** The database of this installation, reachable, up to date and with its organization: the embedded one, or your own. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { config, organizationId, log } = options
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({ ...options, data: config.data, log: log.child({ part: 'postgres' }) })
      : null
  const connectionString = embedded?.connectionString ?? config.databaseUrl ?? ''
  const store = openStore({ connectionString, connectionsMax: 1, name: 'unified-routing start', isPatient: true })
  const stop = async () => {
    await store.close()
    await embedded?.stop()
  }
  try {
    await checkReachable(store)
    await migrate(store)
    await ensureOrganization(store, { id: organizationId, name: 'Organization', routingEnabled: false }, Date.now())
  } catch (error) {
    await stop()
    throw error
  }
  return {
    connectionString,
    isEmbedded: embedded !== null,
    settings: {
      read: (name) => readSetting(store, { organizationId, name }),
      settle: (name, value) => settleSetting(store, { organizationId, name, value }),
    },
    stop,
  }
}
