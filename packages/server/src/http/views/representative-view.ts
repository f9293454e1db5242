import type { RepresentativeView } from '@unified-routing/contract'
import { AppError } from '@unified-routing/contract'
import type { RepresentativeLoad, RepresentativeState } from '@unified-routing/routing'
import { type Caller, may } from '../../auth/caller.ts'
import type { Catalogs } from '../catalogs.ts'
import { reachesRepresentative } from '../reach.ts'
import type { Services } from '../services.ts'
import { isoInstant, isoInstantOrNull } from './instants.ts'

type Settings = NonNullable<ReturnType<Catalogs['representatives']['get']>>

/** Everybody of the configuration whom the caller sees, with presence and load. On a server that does not route, presence is as last committed. */
export async function viewRepresentatives(caller: Caller, services: Services): Promise<RepresentativeView[]> {
  const catalogs = services.catalogs()
  const states = await storedStates(services)
  const router = await services.engine.settled()
  const seen = [...catalogs.representatives.values()].filter(({ name }) =>
    reachesRepresentative(name, { caller, right: 'seeRepresentatives' }, services),
  )
  return seen.map((settings) => {
    const live = router?.representative(settings.name) ?? null
    const seesWork = seesWorkOf(settings, caller, services)
    return view({ settings, state: live ?? states.get(settings.name) ?? null, load: live, seesWork, catalogs })
  })
}

export async function viewRepresentative(
  name: string,
  caller: Caller,
  services: Services,
): Promise<RepresentativeView> {
  const catalogs = services.catalogs()
  const settings = catalogs.representatives.get(name)
  const isSeen = reachesRepresentative(name, { caller, right: 'seeRepresentatives' }, services)
  if (settings === undefined || !isSeen) throw unknownRepresentative(name)
  const states = await storedStates(services)
  const live = (await services.engine.settled())?.representative(name) ?? null
  const seesWork = seesWorkOf(settings, caller, services)
  return view({ settings, state: live ?? states.get(name) ?? null, load: live, seesWork, catalogs })
}

function seesWorkOf({ name, businessUnit }: Settings, caller: Caller, { scopes }: Services): boolean {
  if (caller.representative === name) return true
  return may(caller, 'seeAllWork') && scopes.of(caller).reaches('seeAllWork', businessUnit)
}

/** What the store knows of people; needed only where no router does. */
async function storedStates({ engine, reads }: Services): Promise<ReadonlyMap<string, RepresentativeState>> {
  if (engine.router() !== null) return new Map()
  return new Map((await reads.representatives()).map((state) => [state.name, state]))
}

export function unknownRepresentative(name: string): AppError {
  return new AppError('notFound', `There is no representative ${name}; list them to see who there is.`)
}

function view({
  settings,
  state,
  load,
  seesWork,
  catalogs,
}: {
  settings: Settings
  state: RepresentativeState | null
  load: RepresentativeLoad | null
  seesWork: boolean
  catalogs: Catalogs
}): RepresentativeView {
  return {
    name: settings.name,
    fullName: settings.fullName,
    roles: settings.roles,
    queues: catalogs.queuesOf(settings.name),
    skills: [...settings.skills].map(([name, { rating, active }]) => ({ name, rating, active })),
    signedIn: state?.signedIn ?? false,
    presence: state?.presence ?? 'Offline',
    basePresence: state?.basePresence ?? 'Offline',
    presenceSetBy: state?.presenceSetBy ?? 'system',
    presenceSetter: seesWork ? (state?.presenceSetter ?? null) : null,
    // The router's beginning of time: they have never signed in.
    presenceChangedAt: isoInstantOrNull(state?.presenceChangedAt || null),
    lastReleaseAt: isoInstantOrNull(state?.lastReleaseAt ?? null),
    disconnectedAt: state?.disconnected ? isoInstant(state.disconnected.at) : null,
    load: load === null ? null : viewLoad(load, seesWork),
  }
}

/** Capacity and, for those who may see it, what it is used for. */
export function viewLoad(load: RepresentativeLoad, seesWork: boolean): NonNullable<RepresentativeView['load']> {
  return {
    unitsFree: load.unitsFree,
    unitsLimit: load.unitsLimit,
    profilesFree: load.profilesFree,
    profileLimits: load.profileLimits,
    blockedByProfile: load.blockedByProfile,
    items: seesWork ? load.items : [],
    itemCount: load.items.length,
  }
}
