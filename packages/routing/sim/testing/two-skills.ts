/** The N-design: specialists know one skill, generalists that and another. Poisson arrivals, exponential times, rates
 * per minute.
 *
 * A customer who asks for the first skill gets a specialist, or a generalist when no specialist is free; one who asks
 * for the second gets a generalist. A generalist who becomes free serves the second kind first. */
export interface TwoSkillModel {
  readonly specialists: number
  readonly generalists: number
  /** Arrivals of those who ask for the first skill, and for the second. */
  readonly firstPerMinute: number
  readonly secondPerMinute: number
  readonly handlingMinutes: number
  /** Mean patience of a customer who waits; 0: who finds nobody free is lost. */
  readonly patienceMinutes: number
}

/** What theory says of it in the long run. */
export interface TwoSkillFigures {
  /** Share of the first kind that specialists serve. */
  readonly bySpecialists: number
  readonly firstWaiting: number
  readonly secondWaiting: number
  readonly firstWaitSeconds: number
  readonly secondWaitSeconds: number
  readonly firstLost: number
  readonly secondLost: number
}

/** Busy people and waiting customers of either kind: with these rates, all that matters for what comes next. */
interface State {
  readonly specialists: number
  readonly generalists: number
  readonly first: number
  readonly second: number
}

interface Move {
  readonly to: State
  readonly rate: number
}

/** Patience leaves longer queues a probability below what a number can tell. */
const WAITING_MAX = 40
const PRECISION = 1e-14
const SWEEPS_MAX = 20_000

/** The stationary distribution of the Markov chain, and what follows from it: arrivals see it as it is, and Little's law
 * makes waits of queue lengths. */
export function nDesign(model: TwoSkillModel): TwoSkillFigures {
  const chain = stationary(model)
  const mean = (figure: (state: State) => number) =>
    chain.reduce((sum, { state, share }) => sum + share * figure(state), 0)
  const generalistsBusy = (state: State) => state.generalists === model.generalists
  const allBusy = (state: State) => generalistsBusy(state) && state.specialists === model.specialists
  const firstWaiting = mean((state) => Number(allBusy(state)))
  const secondWaiting = mean((state) => Number(generalistsBusy(state)))
  const firstWaitMinutes = mean(({ first }) => first) / model.firstPerMinute
  const secondWaitMinutes = mean(({ second }) => second) / model.secondPerMinute
  const isLossy = model.patienceMinutes === 0
  return {
    bySpecialists: mean(({ specialists }) => specialists) / (model.firstPerMinute * model.handlingMinutes),
    firstWaiting,
    secondWaiting,
    firstWaitSeconds: firstWaitMinutes * 60,
    secondWaitSeconds: secondWaitMinutes * 60,
    firstLost: isLossy ? firstWaiting : firstWaitMinutes / model.patienceMinutes,
    secondLost: isLossy ? secondWaiting : secondWaitMinutes / model.patienceMinutes,
  }
}

/** Solved by sweeps over the balance of each state, what flows in against what flows out, until nothing changes. */
function stationary(model: TwoSkillModel): readonly { readonly state: State; readonly share: number }[] {
  const { states, inflows, outflow } = chainOf(model)
  let shares = Float64Array.from(states, () => 1 / states.length)
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    const before = Float64Array.from(shares)
    for (const [index, flows] of inflows.entries()) {
      const inflow = flows.reduce((sum, { from, rate }) => sum + (shares[from] ?? 0) * rate, 0)
      shares[index] = inflow / (outflow[index] ?? 1)
    }
    const total = shares.reduce((sum, share) => sum + share, 0)
    shares = shares.map((share) => share / total)
    if (shares.every((share, index) => Math.abs(share - (before[index] ?? 0)) < PRECISION)) {
      return states.map((state, index) => ({ state, share: shares[index] ?? 0 }))
    }
  }
  throw new Error(`The chain has not settled after ${SWEEPS_MAX} sweeps.`)
}

/** Every state that can be reached from nobody being there, with its flows. */
function chainOf(model: TwoSkillModel) {
  const states: State[] = [{ specialists: 0, generalists: 0, first: 0, second: 0 }]
  const indexes = new Map(states.map((state, index) => [keyOf(state), index]))
  const inflows: { from: number; rate: number }[][] = [[]]
  const outflow: number[] = []
  for (let from = 0; from < states.length; from++) {
    const state = states[from]
    if (state === undefined) break
    const moves = movesOf(model, state).filter(({ rate }) => rate > 0)
    outflow.push(moves.reduce((sum, { rate }) => sum + rate, 0))
    for (const { to, rate } of moves) {
      const index = indexes.get(keyOf(to)) ?? states.push(to) - 1
      indexes.set(keyOf(to), index)
      inflows[index] ??= []
      inflows[index].push({ from, rate })
    }
  }
  return { states, inflows, outflow }
}

function keyOf({ specialists, generalists, first, second }: State): string {
  return `${specialists} ${generalists} ${first} ${second}`
}

function movesOf(model: TwoSkillModel, state: State): readonly Move[] {
  const isLossy = model.patienceMinutes === 0
  const leavingRate = isLossy ? 0 : 1 / model.patienceMinutes
  const { specialists, generalists } = state
  const arrivals = [
    { to: firstArrives(model, state), rate: model.firstPerMinute },
    { to: secondArrives(model, state), rate: model.secondPerMinute },
  ].filter(({ to }) => Math.max(to.first, to.second) <= (isLossy ? 0 : WAITING_MAX))
  return [
    ...arrivals,
    { to: specialistEnds(state), rate: specialists / model.handlingMinutes },
    { to: generalistEnds(state), rate: generalists / model.handlingMinutes },
    { to: { ...state, first: state.first - 1 }, rate: state.first * leavingRate },
    { to: { ...state, second: state.second - 1 }, rate: state.second * leavingRate },
  ]
}

function firstArrives(model: TwoSkillModel, state: State): State {
  if (state.specialists < model.specialists) return { ...state, specialists: state.specialists + 1 }
  if (state.generalists < model.generalists) return { ...state, generalists: state.generalists + 1 }
  return { ...state, first: state.first + 1 }
}

function secondArrives(model: TwoSkillModel, state: State): State {
  if (state.generalists < model.generalists) return { ...state, generalists: state.generalists + 1 }
  return { ...state, second: state.second + 1 }
}

function specialistEnds(state: State): State {
  return state.first > 0 ? { ...state, first: state.first - 1 } : { ...state, specialists: state.specialists - 1 }
}

function generalistEnds(state: State): State {
  if (state.second > 0) return { ...state, second: state.second - 1 }
  return state.first > 0 ? { ...state, first: state.first - 1 } : { ...state, generalists: state.generalists - 1 }
}
