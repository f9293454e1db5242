import { randomUUID } from 'node:crypto'
import type { AppOptions } from './app.ts'
import { createAttachments } from './attachments/attachments.ts'
import { noScan } from './attachments/file-scan.ts'
import type { Services } from './http/services.ts'
import { createSignals } from './live/signals.ts'
import { saveReading } from './store/reading.ts'
import type { Store } from './store/store.ts'

interface Foundation {
  readonly options: AppOptions
  readonly store: Store
  readonly now: () => number
}

/** What conversations need beside the router. */
export function createConversationServices({
  options,
  store,
  now,
}: Foundation): Pick<Services, 'attachments' | 'signals' | 'saveReading'> {
  const { organizationId, fileScan: scan = noScan } = options
  return {
    attachments: createAttachments({ store, organizationId, scan, now, newId: randomUUID }),
    signals: createSignals(),
    saveReading: (reading) => saveReading(store, organizationId, reading),
  }
}
