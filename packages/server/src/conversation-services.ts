import { randomUUID } from 'node:crypto'
import type { AppOptions } from './app.ts'
import { createAttachments } from './attachments/attachments.ts'
import { noScan } from './attachments/file-scan.ts'
import { createCustomerChats } from './channels/live-chat/customer-chats.ts'
import { createShownNames } from './channels/live-chat/shown-names.ts'
import { createWidgets } from './channels/live-chat/widgets.ts'
import type { Services } from './http/services.ts'
import { createSignals } from './live/signals.ts'
import type { Settings } from './settings/settings.ts'
import { saveReading } from './store/reading.ts'
import type { Store } from './store/store.ts'

interface Foundation {
  readonly options: AppOptions
  readonly store: Store
  readonly settings: Settings
  readonly catalogs: Services['catalogs']
  readonly now: () => number
}

/** What conversations need beside the router. */
export function createConversationServices({
  options,
  store,
  settings,
  catalogs,
  now,
}: Foundation): Pick<Services, 'attachments' | 'chats' | 'shownNames' | 'signals' | 'saveReading' | 'widgets'> {
  const { organizationId, fileScan: scan = noScan } = options
  const widgets = createWidgets({ settings, now })
  return {
    widgets,
    shownNames: createShownNames({ settings, catalogs, now }),
    chats: createCustomerChats({ store, organizationId, widgets, now }),
    attachments: createAttachments({ store, organizationId, scan, now, newId: randomUUID }),
    signals: createSignals(),
    saveReading: (reading) => saveReading(store, organizationId, reading),
  }
}
