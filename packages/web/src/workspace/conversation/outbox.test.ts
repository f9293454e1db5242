import { expect, test } from 'vitest'
import { Outbox, type Outgoing } from './outbox.ts'

const message = (text: string) => ({ kind: 'message', text, attachments: [] }) as const

/** An outbox whose deliveries end when the test says so. */
function outboxUnderTest() {
  const delivered: string[] = []
  const answers: { readonly done: () => void; readonly fail: (error: Error) => void }[] = []
  const outbox = new Outbox(
    (_, { text }: Outgoing) => {
      delivered.push(text)
      return new Promise((done, fail) => answers.push({ done, fail }))
    },
    (error) => String(error),
  )
  const settle = async (failure?: Error) => {
    const answer = answers.shift()
    if (failure === undefined) answer?.done()
    else answer?.fail(failure)
    await new Promise(setImmediate)
  }
  return { outbox, delivered, settle }
}

test('messages go one after the other, in the order in which they were written', async () => {
  const { outbox, delivered, settle } = outboxUnderTest()
  outbox.send('chat', message('one'))
  outbox.send('chat', message('two'))
  outbox.send('other', message('elsewhere'))
  expect(delivered).toEqual(['one', 'elsewhere'])
  await settle()
  expect(delivered).toEqual(['one', 'elsewhere', 'two'])
  await settle()
  await settle()
  expect(outbox.of('chat')).toEqual([])
})

test('what fails stays with what follows it, and goes again under the same key', async () => {
  const { outbox, delivered, settle } = outboxUnderTest()
  outbox.send('chat', message('one'))
  outbox.send('chat', message('two'))
  const [first] = outbox.of('chat')
  await settle(new Error('no way'))
  expect(outbox.of('chat')).toMatchObject([
    { text: 'one', failure: 'Error: no way' },
    { text: 'two', failure: null },
  ])
  expect(delivered).toEqual(['one'])
  outbox.retry('chat')
  expect(outbox.of('chat')[0]?.key).toBe(first?.key)
  await settle()
  expect(delivered).toEqual(['one', 'one', 'two'])
})

test('what is given up lets the next one go', async () => {
  const { outbox, delivered, settle } = outboxUnderTest()
  outbox.send('chat', message('one'))
  outbox.send('chat', message('two'))
  const [first] = outbox.of('chat')
  await settle(new Error('no way'))
  outbox.discard('chat', first?.key ?? '')
  expect(delivered).toEqual(['one', 'two'])
})
