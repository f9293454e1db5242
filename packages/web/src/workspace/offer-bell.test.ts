import { expect, test } from 'vitest'
import type { TabChannel, TabMessage } from '../data/tab-channel.ts'
import { OfferBell } from './offer-bell.ts'

/** Tabs that hear each other at once, and an end of the waiting that the test decides. */
function browser() {
  const listeners = new Map<string, (message: TabMessage) => void>()
  const { promise, resolve: release } = Promise.withResolvers<void>()
  let gathered = promise
  const channelOf = (tab: string): TabChannel => ({
    post: (message) => {
      for (const [other, listener] of listeners) if (other !== tab) listener(message)
    },
    listen: (listener) => {
      listeners.set(tab, listener)
      return () => listeners.delete(tab)
    },
  })
  return {
    tab: (tab: string, isVisible: boolean) =>
      new OfferBell({ tab, channel: channelOf(tab), isVisible: () => isVisible, gather: () => gathered }),
    settle: () => {
      release()
      gathered = Promise.resolve()
    },
  }
}

test('of several tabs the one in sight announces an offer, and no other', async () => {
  const { tab, settle } = browser()
  const [hidden, shown] = [tab('a', false), tab('b', true)]
  const answers = Promise.all([hidden.announce('s1'), shown.announce('s1')])
  settle()
  expect(await answers).toEqual([
    { isOurs: false, isInBackground: false },
    { isOurs: true, isInBackground: false },
  ])
})

test('with no tab in sight one announces it, as in the background', async () => {
  const { tab, settle } = browser()
  const answers = Promise.all([tab('a', false), tab('b', false), tab('c', false)].map((one) => one.announce('s1')))
  settle()
  expect(await answers).toEqual([
    { isOurs: true, isInBackground: true },
    { isOurs: false, isInBackground: true },
    { isOurs: false, isInBackground: true },
  ])
})

test('a tab that hears of the offer late stays silent, and the next offer is announced again', async () => {
  const { tab, settle } = browser()
  settle()
  const first = tab('b', false)
  const late = tab('a', true)
  expect((await first.announce('s1')).isOurs).toBe(true)
  expect((await late.announce('s1')).isOurs).toBe(false)
  expect((await late.announce('s2')).isOurs).toBe(true)
})

test('a closed tab no longer counts', async () => {
  const { tab, settle } = browser()
  settle()
  const closed = tab('a', true)
  closed.stop()
  expect((await tab('b', false).announce('s1')).isOurs).toBe(true)
})
