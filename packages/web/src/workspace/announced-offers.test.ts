import { expect, test } from 'vitest'
import { AnnouncedOffers } from './announced-offers.ts'

/** Offers of which each is announced and taken away by name, and moments that pass when the test says so. */
function desk() {
  const told: string[] = []
  const moments: (() => void)[] = []
  const offers = new AnnouncedOffers(() => new Promise((resolve) => moments.push(resolve)))
  const announce = (id: string) => async () => {
    told.push(`show ${id}`)
    return () => void told.push(`hide ${id}`)
  }
  return {
    told,
    show: (...ids: readonly string[]) => offers.update(new Map(ids.map((id) => [id, announce(id)]))),
    pass: async () => {
      for (const pass of moments.splice(0)) pass()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('an offer is announced once, and taken away when it has gone', async () => {
  const { told, show, pass } = desk()
  show('a')
  show('a', 'b')
  await pass()
  expect(told).toEqual(['show a', 'show b'])
  show('b')
  await pass()
  expect(told).toEqual(['show a', 'show b', 'hide a'])
})

test('an offer that a list lacks for a moment stays as it was announced', async () => {
  const { told, show, pass } = desk()
  show('a')
  await pass()
  show()
  show('a')
  await pass()
  expect(told).toEqual(['show a'])
  show()
  await pass()
  expect(told).toEqual(['show a', 'hide a'])
})

test('an offer that goes while it is being announced is taken away as soon as it is shown', async () => {
  const told: string[] = []
  const offers = new AnnouncedOffers(() => Promise.resolve())
  const { promise, resolve } = Promise.withResolvers<() => void>()
  offers.update(new Map([['a', () => promise]]))
  offers.update(new Map())
  await new Promise((next) => setImmediate(next))
  resolve(() => void told.push('hidden'))
  await promise
  await new Promise((next) => setImmediate(next))
  expect(told).toEqual(['hidden'])
})
