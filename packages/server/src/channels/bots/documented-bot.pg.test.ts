import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTestApp } from '../../http/testing/test-app.ts'
import { portOf } from '../direct-line/testing.fixture.ts'
import { saveBot, signingSecret } from './bot.fixture.ts'

const root = join(import.meta.dirname, '../../../../..')

test('the bot of docs/bots.md works as it stands there', async () => {
  const page = readFileSync(join(root, 'docs/bots.md'), 'utf8')
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const port = await freePort()
  const bot = spawn(process.execPath, ['--input-type=module', '--eval', `${code}\nprocess.stdout.write('ready')`], {
    cwd: root,
    env: { PORT: String(port), SIGNING_SECRET: signingSecret },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const app = await startTestApp({ webhooksInside: true })
  try {
    await Promise.race([once(bot.stdout, 'data'), once(bot, 'exit')])
    await saveBot(app, { address: `http://127.0.0.1:${port}/` })
    const ask = (method: string, path: string, body?: unknown) =>
      app.call('System Administrator', method, `/api/v1/${path}`, body === undefined ? {} : { body })
    await ask('POST', 'conversations', { id: 'DOC-1', workstream: 'Website chat' })
    await app.services.bots.look()
    await ask('POST', 'conversations/DOC-1/messages', { from: 'customer', text: 'parcel' })
    await app.services.bots.look()
    const { body } = await ask('GET', 'conversations/DOC-1/messages')
    expect(body.items.map(({ text }: { text: string }) => text)).toEqual([
      'Hello. What is it about?',
      'parcel',
      'Somebody will help you.',
      'The customer asks about: parcel',
    ])
    expect((await ask('GET', 'work-items/DOC-1')).body).toMatchObject({ queue: 'Chats', context: { topic: 'parcel' } })
  } finally {
    await app.stop()
    bot.kill()
  }
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}
