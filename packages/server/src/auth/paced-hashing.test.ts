import { expect, test } from 'vitest'
import { paceHashing } from './paced-hashing.ts'

/** Hashing that ends when the test says so. */
function startHashing() {
  const ends: (() => void)[] = []
  const hashing = paceHashing({
    hash: (password) => new Promise((resolve) => ends.push(() => resolve(`hash of ${password}`))),
    verify: async () => true,
  })
  return { hashing, ends }
}

test('two are hashed at once, the others in their turn, each with its own answer', async () => {
  const { hashing, ends } = startHashing()
  const hashes = ['one', 'two', 'three', 'four'].map(hashing.hash)
  expect(ends).toHaveLength(2)
  for (let index = 0; index < hashes.length; index++) {
    ends[index]?.()
    await hashes[index]
  }
  expect(await Promise.all(hashes)).toEqual(['hash of one', 'hash of two', 'hash of three', 'hash of four'])
})

test('a flood is refused at once, and later ones are served again', async () => {
  const { hashing, ends } = startHashing()
  const hashes = Array.from({ length: 52 }, (_, index) => hashing.hash(String(index)))
  await expect(hashing.hash('too many')).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 2 })
  for (let index = 0; index < hashes.length; index++) {
    ends[index]?.()
    await hashes[index]
  }
  await expect(hashing.verify({ hash: 'a', password: 'b' })).resolves.toBe(true)
})

test('hashing that fails gives its turn back', async () => {
  const { verify } = paceHashing({
    hash: async (password) => password,
    verify: async () => {
      throw new Error('broken')
    },
  })
  for (let count = 0; count < 5; count++) await expect(verify({ hash: 'a', password: 'b' })).rejects.toThrow('broken')
})
