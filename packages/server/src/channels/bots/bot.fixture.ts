import { createServer, type IncomingMessage } from 'node:http'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import type { TestApp } from '../../http/testing/test-app.ts'
import { portOf } from '../direct-line/testing.fixture.ts'

export const signingSecret = `whsec_${Buffer.from('a secret for tests only').toString('base64')}`

/** What a bot of tests was asked, and what came with it. */
export interface Asked {
  readonly path: string
  readonly method: string
  readonly headers: IncomingMessage['headers']
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it was asked.
  readonly body: any
  readonly text: string
}

export type BotReply = { readonly status?: number; readonly body?: unknown }

/** A bot that is a real server: it answers as the test says, and remembers what it was asked. */
export async function startBot(answer: (asked: Asked) => BotReply | Promise<BotReply>) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const { url: path = '', method = '', headers } = request
    const one = { path, method, headers, text, body: text === '' ? null : JSON.parse(text) }
    asked.push(one)
    const { status = 200, body } = await answer(one)
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(body === undefined ? '' : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${portOf(server.address())}`,
    asked,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export async function saveBot(
  app: TestApp,
  value: Partial<SettingValue<'bot'>> & { readonly address: string },
  name = 'robin',
): Promise<void> {
  const present = await app.services.settings.read(settingKinds.bot, name)
  await app.services.settings.save(
    { kind: settingKinds.bot, name },
    {
      value: settingKinds.bot.value.parse({ title: 'Robin', workstream: 'Website chat', ...value }),
      secrets: { signing: signingSecret, directLine: 'secret-of-the-bot' },
      basedOn: present?.version ?? null,
    },
    { by: { kind: 'account', name: 'test' }, ip: null },
  )
}
