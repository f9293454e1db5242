import { randomBytes } from 'node:crypto'
import type { EngineLog } from '../../engine/engine-options.ts'
import type { LoopMeter } from '../../engine/loop-meter.ts'
import type { Services } from '../../http/services.ts'
import { settleSetting } from '../../store/installation-settings.ts'
import type { Store } from '../../store/store.ts'
import { createBotSettings } from './bot-settings.ts'
import { type Bots, createBots } from './bots.ts'
import { createDirectLinePeer } from './direct-line-peer.ts'
import { createAnswerTokens, createWebhookPeer } from './webhook-peer.ts'

const KEY_BYTES = 48

type Parts = Pick<Services, 'organizationId' | 'engine' | 'reads' | 'settings' | 'publicOrigin' | 'now' | 'newId'> & {
  readonly store: Store
  readonly log: EngineLog
  readonly loop?: LoopMeter
  /** Whether bots may be in inner networks, too. */
  readonly allowsInner: boolean
}

/** Wires the bots of one organization; the key of their tokens is made with the first start. */
export async function startBots(parts: Parts): Promise<Bots> {
  const { store, organizationId, engine, settings, now } = parts
  const value = randomBytes(KEY_BYTES).toString('base64url')
  const tokens = createAnswerTokens(await settleSetting(store, { organizationId, name: 'bot-key', value }))
  return createBots({
    ...parts,
    bots: createBotSettings({ settings, configuration: engine.configuration, now }),
    tokens,
    peers: { webhook: createWebhookPeer({ ...parts, tokens }), directLine: createDirectLinePeer(parts) },
  })
}
