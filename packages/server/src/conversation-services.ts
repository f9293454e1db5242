import { randomUUID } from 'node:crypto'
import type { AppOptions } from './app.ts'
import { createAttachments } from './attachments/attachments.ts'
import { noScan } from './attachments/file-scan.ts'
import { startBots } from './channels/bots/create-bots.ts'
import { createCustomerChats } from './channels/live-chat/customer-chats.ts'
import { createShownNames } from './channels/live-chat/shown-names.ts'
import { createWidgets } from './channels/live-chat/widgets.ts'
import type { Engine } from './engine/engine.ts'
import type { Services } from './http/services.ts'
import { createSharedSignals, type SharedSignals } from './live/shared-signals.ts'
import { createSignals } from './live/signals.ts'
import { newId } from './new-id.ts'
import type { Settings } from './settings/settings.ts'
import { createReads } from './store/create-reads.ts'
import { listenForNotices, NOTICE_BYTES_MAX, sendNotice } from './store/notices.ts'
import { saveReading } from './store/reading.ts'
import type { Store } from './store/store.ts'
import type { ServerMetrics } from './telemetry/server-metrics.ts'

interface Foundation {
  readonly options: AppOptions
  readonly store: Store
  readonly engine: Engine
  readonly settings: Settings
  /** Names this server. */
  readonly holder: string
  readonly catalogs: Services['catalogs']
  readonly now: () => number
  readonly metrics: ServerMetrics
}

type ConversationServices = Pick<
  Services,
  'attachments' | 'bots' | 'chats' | 'shownNames' | 'signals' | 'saveReading' | 'widgets'
>

/** What conversations need beside the router. */
export async function createConversationServices({
  options,
  store,
  engine,
  settings,
  holder,
  catalogs,
  now,
  metrics,
}: Foundation): Promise<ConversationServices> {
  const { organizationId, fileScan: scan = noScan } = options
  const widgets = createWidgets({ settings, now })
  return {
    widgets,
    shownNames: createShownNames({ settings, catalogs, now }),
    chats: createCustomerChats({ store, organizationId, widgets, now }),
    bots: await startBots({
      ...{ store, organizationId, engine, settings, now, newId },
      reads: createReads(store, organizationId),
      publicOrigin: originOf(options.publicUrl),
      allowsInner: options.webhooksInside === true,
      log: options.log.child({ part: 'bots' }),
      loop: metrics.loop('bots'),
    }),
    attachments: createAttachments({ store, organizationId, scan, now, newId: randomUUID }),
    signals: makeSignals({ options, store, holder, metrics }),
    saveReading: (reading) => saveReading(store, organizationId, reading),
  }
}

type SignalParts = Pick<Foundation, 'options' | 'store' | 'holder' | 'metrics'>

/** Where no other server can be alive, nobody has to be told. */
function makeSignals({ options, store, holder, metrics }: SignalParts): SharedSignals {
  const { connectionString, isAlone } = options
  if (isAlone) return { ...createSignals(), stop: async () => undefined }
  const log = options.log.child({ part: 'live' })
  const loop = metrics.loop('signals')
  const onTrouble = (error: unknown) => {
    loop.failed()
    log.warn({ event: 'live.signalsApart', err: error }, 'signals do not pass between servers; trying again')
  }
  return createSharedSignals({
    server: holder,
    bytesMax: NOTICE_BYTES_MAX,
    tell: (text) => sendNotice(store, text),
    listen: (onNotice) => listenForNotices({ connectionString, onNotice, onTrouble }),
    onTrouble,
  })
}

/** Where browsers and bots reach this server, when that is set. */
export function originOf(publicUrl: string | null): string | null {
  return publicUrl === null ? null : new URL(publicUrl).origin
}
