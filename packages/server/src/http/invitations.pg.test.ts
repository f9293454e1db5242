import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMailer } from '../mail/mailer.ts'
import { signIn, startTestApp, type TestApp } from './testing/test-app.ts'

const url = '/api/v1/invitations'
const password = 'a phrase chosen by oneself'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ newAccountPassword: async () => null })
})
afterAll(() => app.stop())

function invite(body: unknown) {
  return app.call('System Administrator', 'POST', url, { body })
}

async function inviteAdministrator(email: string) {
  const made = await invite({ email, name: 'Ada Lovelace', roles: ['Omnichannel Administrator'] })
  expect(made.status, made.text).toBe(201)
  return { id: String(made.body.invitation.id), token: tokenIn(made.body.link), text: made.text }
}

function tokenIn(link: string): string {
  return new URL(link).hash.slice(1)
}

function accept(token: string, secret = password) {
  return app.call(null, 'POST', `${url}/accept`, { body: { token, password: secret } })
}

async function addNora() {
  const read = await app.call('System Administrator', 'GET', '/api/v1/configuration')
  read.body.representatives.push({ name: 'nora', fullName: 'Nora Newcomer', email: 'nora@example.com' })
  const headers = { 'if-match': String(read.headers.etag) }
  const put = await app.call('System Administrator', 'PUT', '/api/v1/configuration', { body: read.body, headers })
  expect(put.status, put.text).toBe(200)
}

describe('an invitation', () => {
  test('leads to an account with its roles, signed in at once', async () => {
    const { token } = await inviteAdministrator('Ada@Example.com')
    const read = await app.call(null, 'POST', `${url}/read`, { body: { token } })
    expect(read.body).toMatchObject({ email: 'ada@example.com', name: 'Ada Lovelace', organization: 'Test' })
    const accepted = await accept(token)
    expect(accepted.body).toMatchObject({ roles: ['Omnichannel Administrator'], representative: null })
    await signIn(app, 'ada@example.com', password)
    const { body } = await app.call('System Administrator', 'GET', '/api/v1/accounts')
    expect(body.items.find(({ email }: { email: string }) => email === 'ada@example.com')).toMatchObject({
      name: 'Ada Lovelace',
      representative: null,
      roles: ['Omnichannel Administrator'],
      hasPassword: true,
      accessMode: 'Read-Write',
    })
    const listed = await app.call('System Administrator', 'GET', url)
    expect(listed.body.items[0]).toMatchObject({ email: 'ada@example.com', state: 'accepted' })
  })

  test('works once, also for two who open it at the same moment', async () => {
    const { token } = await inviteAdministrator('once@example.com')
    const both = await Promise.all([accept(token), accept(token, 'another phrase altogether')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    expect((await accept(token)).body).toMatchObject({ code: 'notFound' })
  })

  test('ends with its time', async () => {
    const { token } = await inviteAdministrator('late@example.com')
    await app.store.pool.query(`update invitation set expires_at = created_at where email = 'late@example.com'`)
    expect((await accept(token)).status).toBe(404)
    const listed = await app.call('System Administrator', 'GET', url)
    expect(listed.body.items[0]).toMatchObject({ email: 'late@example.com', state: 'expired' })
  })

  test('ends when it is revoked, and when a newer one goes to the same address', async () => {
    const first = await inviteAdministrator('twice@example.com')
    const second = await inviteAdministrator('twice@example.com')
    expect((await accept(first.token)).status).toBe(404)
    expect((await app.call('System Administrator', 'DELETE', `${url}/${second.id}`)).status).toBe(204)
    expect((await accept(second.token)).status).toBe(404)
    const again = await app.call('System Administrator', 'DELETE', `${url}/${second.id}`)
    expect(again.body).toMatchObject({ code: 'refused', reason: 'notOpen' })
  })

  test('stays open when the password breaks the rules', async () => {
    const { token } = await inviteAdministrator('picky@example.com')
    const refused = await accept(token, 'AdaLovelace')
    expect(refused.body).toMatchObject({ code: 'invalid', errors: [{ path: 'body.password' }] })
    expect((await accept(token)).status).toBe(200)
  })

  test('is kept without its secret, and shown without it', async () => {
    const { token, text } = await inviteAdministrator('secret@example.com')
    expect(text.split(token)).toHaveLength(2)
    const { rows } = await app.store.pool.query('select to_jsonb(i)::text as line from invitation i')
    expect(rows.map(({ line }: { line: string }) => line).join()).not.toContain(token)
    expect((await app.call('System Administrator', 'GET', url)).text).not.toContain(token)
  })
})

describe('a representative', () => {
  test('is invited at the address of the configuration and has the roles written there', async () => {
    await addNora()
    const made = await invite({ representative: 'nora' })
    expect(made.body.invitation).toMatchObject({ email: 'nora@example.com', name: 'Nora Newcomer', roles: [] })
    const accepted = await accept(tokenIn(made.body.link))
    expect(accepted.body).toMatchObject({ representative: 'nora', roles: ['Customer Service Representative'] })
    expect((await invite({ representative: 'nora' })).body).toMatchObject({ reason: 'hasPassword' })
  })

  test('who is unknown, or can sign in already, is not invited', async () => {
    expect((await invite({ representative: 'nobody' })).body).toMatchObject({ code: 'notFound' })
    expect((await invite({ representative: 'cara' })).body).toMatchObject({ code: 'refused', reason: 'hasPassword' })
    const taken = await invite({ email: 'cara@example.com', name: 'Cara', roles: ['CSR Manager'] })
    expect(taken.body).toMatchObject({ code: 'refused', reason: 'emailTaken' })
  })
})

test('what is missing or too much is named', async () => {
  const missing = await invite({ email: 'ada@example.com' })
  expect(missing.body.errors.map(({ path }: { path: string }) => path)).toEqual(['body.name', 'body.roles'])
  const tooMuch = await invite({ representative: 'cara', roles: ['CSR Manager'] })
  expect(tooMuch.body.errors).toMatchObject([{ path: 'body.roles' }])
})

describe('with a mail server', () => {
  test('the link goes to whom it is for', async () => {
    const inbox = await startInbox()
    const mailer = createMailer({ smtpUrl: inbox.url, from: 'routing@example.com' })
    const sending = await startTestApp({ mailer, publicUrl: 'https://routing.example.com' })
    const body = { email: 'ada@example.com', name: 'Ada', roles: ['CSR Manager'] }
    const made = await sending.call('System Administrator', 'POST', url, { body })
    expect(made.body).toMatchObject({ mail: 'sent' })
    expect(made.body.link).toMatch(/^https:\/\/routing\.example\.com\/invitation#/)
    const mail = inbox.mails[0]
    expect(mail).toMatchObject({ from: 'routing@example.com', to: ['ada@example.com'] })
    expect(mail?.text.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(made.body.link)
    await inbox.stop()
    const alone = await sending.call('System Administrator', 'POST', url, { body })
    expect(alone.body).toMatchObject({ mail: 'failed', invitation: { state: 'open' } })
    await sending.stop()
  })
})

interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly text: string
}

/** A mail server of this machine that keeps what it is sent. */
async function startInbox() {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await new Promise((resolve) => listening.once('listening', resolve))
  const address = listening.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, mails, stop }
}
