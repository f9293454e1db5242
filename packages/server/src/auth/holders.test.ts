import { beforeEach, expect, test } from 'vitest'
import { createHolders, type Holders } from './holders.ts'

interface Holder {
  readonly account: string
}

let time: number
let looks: string[]
/** Whoever looks waits for this. */
let door: Promise<void>
let holders: Holders<Holder>

beforeEach(() => {
  time = 0
  looks = []
  door = Promise.resolve()
  holders = createHolders<Holder>({
    find: async (secret) => {
      looks.push(secret)
      await door
      return secret === 'unknown' ? null : { account: secret.split(' ')[0] ?? '' }
    },
    rememberedMax: 2,
    now: () => time,
  })
})

const forget = (name: string) => holders.forget(({ account }) => account === name)

test('whoever was found is remembered for five seconds, also when the clock is set back', async () => {
  time = 10_000
  await holders.look('ann')
  for (const [at, known] of [[14_999, true] as const, [15_000, false] as const, [9_999, false] as const]) {
    time = at
    expect(holders.remembered('ann') !== null, `at ${at}`).toBe(known)
  }
})

test('nobody is remembered for what belongs to nobody', async () => {
  expect(await holders.look('unknown')).toBe(null)
  expect(holders.remembered('unknown')).toBe(null)
  await holders.look('unknown')
  expect(looks).toEqual(['unknown', 'unknown'])
})

test('who looks for the same at the same time looks once', async () => {
  expect(await Promise.all([holders.look('ann'), holders.look('ann')])).toHaveLength(2)
  expect(looks).toEqual(['ann'])
})

test('who is meant is forgotten, and nobody else', async () => {
  await holders.look('ann 1')
  await holders.look('bob')
  forget('ann')
  expect([holders.remembered('ann 1'), holders.remembered('bob')]).toEqual([null, { account: 'bob' }])
})

test('what was looked up before something was forgotten is not remembered after it, nor waited for', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  door = promise
  const before = holders.look('ann')
  forget('ann')
  const after = holders.look('ann')
  resolve()
  await before
  expect(looks).toEqual(['ann', 'ann'])
  await after
  expect(holders.remembered('ann')).not.toBe(null)
})

test('beyond the limit the oldest are forgotten', async () => {
  for (const one of ['ann', 'bob', 'cyd']) await holders.look(one)
  expect(['ann', 'bob', 'cyd'].map((one) => holders.remembered(one) !== null)).toEqual([false, true, true])
})
