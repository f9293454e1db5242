import { releaseLostWork } from '../items/lost-work.ts'
import type { Refusal } from '../router.ts'
import { refuse } from '../router-refusal.ts'
import { recordPerson } from '../world/journal.ts'
import type { Person } from '../world/person.ts'
import { refreshPerson } from '../world/refresh-person.ts'
import type { World } from '../world/world.ts'
import { showPresence } from './change-presence.ts'

/** Begins a work session. A default presence of Offline or Away is taken as it is, any other computed from the load. */
export function signIn(world: World, person: Person, presence: string | undefined): Refusal | null {
  const refusal = presence === undefined ? null : notSelectable(world, presence)
  if (refusal !== null) return refusal
  const { state } = person
  if (!state.signedIn) {
    state.signedIn = true
    state.disconnected = null
    recordPerson(world, person, { type: 'representative.signedIn' })
    refreshPerson(world, person)
    showPresence(world, person, firstPresence(world, person))
  } else if (state.disconnected !== null) reconnect(world, person)
  if (presence !== undefined) showPresence(world, person, { presence, setBy: 'manual' })
  refreshPerson(world, person)
  return null
}

/** Ends the work session. What they hold stays theirs, and an offer stands until it is answered or lapses. */
export function signOut(world: World, person: Person): Refusal | null {
  const { state } = person
  if (!state.signedIn) return signedOut(person)
  state.signedIn = false
  state.disconnected = null
  recordPerson(world, person, { type: 'representative.signedOut' })
  showPresence(world, person, { presence: 'Offline', setBy: 'system' })
  refreshPerson(world, person)
  return null
}

/** The connection is lost: Offline at once; the presence is kept for the reconnect window. */
export function disconnect(world: World, person: Person): Refusal | null {
  const { state } = person
  if (!state.signedIn) return signedOut(person)
  if (state.disconnected !== null) return null
  const { presence, presenceSetBy: setBy, presenceSetter: setter = null } = state
  state.disconnected = { at: world.now, presence, setBy, setter }
  recordPerson(world, person, { type: 'representative.disconnected' })
  showPresence(world, person, { presence: 'Offline', setBy: 'system' })
  refreshPerson(world, person)
  return null
}

/** Back again: in time with the former presence, later with a computed one. */
export function reconnect(world: World, person: Person): Refusal | null {
  const { state } = person
  const { disconnected } = state
  if (disconnected === null) return state.signedIn ? null : signedOut(person)
  const isInTime = state.signedIn
  state.signedIn = true
  state.disconnected = null
  recordPerson(world, person, { type: 'representative.reconnected' })
  const { presence, setBy, setter = null } = disconnected
  if (isInTime && setBy !== 'system' && world.snapshot.presences.has(presence)) {
    showPresence(world, person, { presence, setBy, setter })
  } else showPresence(world, person, { presence: person.presenceByLoad, setBy: 'system' })
  refreshPerson(world, person)
  return null
}

/** The reconnect window is over: offers and conversations go to others; records stay. */
export function giveUpConnection(world: World, person: Person): void {
  person.state.signedIn = false
  recordPerson(world, person, { type: 'representative.signedOut' })
  refreshPerson(world, person)
  releaseLostWork(world, person, { reason: 'AgentDisconnected', forGood: false })
}

export function setPresence(world: World, person: Person, presence: string): Refusal | null {
  const refusal = notSelectable(world, presence) ?? (person.state.signedIn ? null : signedOut(person))
  if (refusal !== null) return refusal
  if (person.state.disconnected === null) showPresence(world, person, { presence, setBy: 'manual' })
  else {
    const { at } = person.state.disconnected
    person.state.disconnected = { at, presence, setBy: 'manual', setter: world.actor.name }
    world.changes.representatives.add(person.state)
  }
  refreshPerson(world, person)
  return null
}

/** Back to what the system computes, after a missed or rejected offer or a choice by hand. */
export function resetPresence(world: World, person: Person): Refusal | null {
  if (!person.state.signedIn) return signedOut(person)
  if (person.state.disconnected !== null) {
    return refuse('notSignedIn', `${person.state.name} has lost the connection; reset the presence when it is back.`)
  }
  showPresence(world, person, { presence: person.presenceByLoad, setBy: 'system' })
  refreshPerson(world, person)
  return null
}

/** The presence with which somebody signs in, or in which they come back after their connection was lost: the former one
 * while the reconnect window is open, a computed one later. */
export function firstPresence(world: World, { settings, state, presenceByLoad }: Person): FirstPresence {
  const { defaultPresence } = settings
  const { presences } = world.snapshot
  if (
    state.signedIn &&
    state.disconnected !== null &&
    state.disconnected.setBy !== 'system' &&
    presences.has(state.disconnected.presence)
  )
    return state.disconnected
  const base = presences.get(defaultPresence)?.base
  const isTaken = state.disconnected === null && (base === 'Offline' || base === 'Away')
  return isTaken ? { presence: defaultPresence, setBy: 'manual' } : { presence: presenceByLoad, setBy: 'system' }
}

type FirstPresence = Parameters<typeof showPresence>[2]

function notSelectable(world: World, presence: string): Refusal | null {
  const definition = world.snapshot.presences.get(presence)
  if (definition === undefined) return refuse('unknownPresence', `There is no presence ${presence}.`)
  if (definition.selectable) return null
  return refuse('unknownPresence', `${presence} is set by the system only; choose another presence.`)
}

function signedOut(person: Person): Refusal {
  return refuse('notSignedIn', `${person.state.name} is signed out; sign in first.`)
}
