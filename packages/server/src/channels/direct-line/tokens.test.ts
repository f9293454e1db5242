import { expect, test } from 'vitest'
import { createTokens, TOKEN_SECONDS } from './tokens.ts'

const ticket = { conversation: 'c1', widget: 'shop', user: 'ada' }
let now = 1_800_000_000_000
const tokens = createTokens({ key: new TextEncoder().encode('k'.repeat(48)), now: () => now })

test('a token is good for its time and no longer, but for whoever comes back a little late', async () => {
  const token = await tokens.issue(ticket)
  expect(await tokens.verify(token)).toEqual(ticket)
  now += TOKEN_SECONDS * 1_000
  await expect(tokens.verify(token)).rejects.toMatchObject({ status: 403, reason: 'TokenExpired' })
  expect(await tokens.verify(token, 60)).toEqual(ticket)
})

test('a token of another purpose, another key, or none at all, opens nothing', async () => {
  const others = createTokens({ key: new TextEncoder().encode('x'.repeat(48)), now: () => now })
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ conv: 'c1', widget: 'shop', user: 'ada' }))}.`
  for (const token of [await tokens.issueForStream(ticket), await others.issue(ticket), unsigned, '', 'a.b.c', 'x'])
    await expect(tokens.verify(token), token).rejects.toMatchObject({ status: 403, reason: 'BadArgument' })
  await expect(tokens.verifyForStream(await tokens.issue(ticket))).rejects.toMatchObject({ status: 403 })
})
