import { beforeAll, describe, expect, test } from 'vitest'
import { estimate, RUNS } from './confidence.ts'
import { erlangA } from './erlang.ts'
import { simulateTwoSkills } from './simulate-two-skills.ts'
import { nDesign, type TwoSkillFigures, type TwoSkillModel } from './two-skills.ts'

const FIRST_SEED = 1
/** Far more than it takes, for machines that do much else. */
const RUN_TIME_MAX_MS = 120_000
const MINUTES_PER_RUN = 7_000
/** Nobody of a kind, as near as a rate can come to it. */
const NOBODY = 1e-12

const queueing: TwoSkillModel = {
  specialists: 3,
  generalists: 3,
  firstPerMinute: 1.6,
  secondPerMinute: 1,
  handlingMinutes: 2,
  patienceMinutes: 3,
}
const lossy: TwoSkillModel = { ...queueing, patienceMinutes: 0 }

/** Erlang's loss formula by its recursion. */
function erlangB(servers: number, load: number): number {
  let blocking = 1
  for (let server = 1; server <= servers; server++) blocking = (load * blocking) / (server + load * blocking)
  return blocking
}

describe('the chain', () => {
  test('one kind that overflows and is lost is Erlang B of the specialists, then of all', () => {
    const load = lossy.firstPerMinute * lossy.handlingMinutes
    const figures = nDesign({ ...lossy, secondPerMinute: NOBODY })
    expect(figures.bySpecialists).toBeCloseTo(1 - erlangB(3, load), 9)
    expect(figures.firstLost).toBeCloseTo(erlangB(6, load), 9)
  })

  test('the second kind alone is Erlang B or Erlang A of the generalists', () => {
    const alone = { ...queueing, firstPerMinute: NOBODY }
    const a = erlangA({ servers: 3, arrivalsPerMinute: 1, handlingMinutes: 2, patienceMinutes: 3 })
    expect(nDesign(alone).secondWaiting).toBeCloseTo(a.waiting, 9)
    expect(nDesign(alone).secondWaitSeconds).toBeCloseTo(a.meanWaitSeconds, 7)
    expect(nDesign({ ...alone, patienceMinutes: 0 }).secondLost).toBeCloseTo(erlangB(3, 2), 9)
  })

  test('the first kind alone is Erlang A of everybody', () => {
    const a = erlangA({ servers: 6, arrivalsPerMinute: 1.6, handlingMinutes: 2, patienceMinutes: 3 })
    const figures = nDesign({ ...queueing, secondPerMinute: NOBODY })
    expect(figures.firstWaiting).toBeCloseTo(a.waiting, 9)
    expect(figures.firstLost).toBeCloseTo(a.abandoned, 9)
  })

  test('with generalists only, both kinds together are Erlang A, whoever goes first', () => {
    const a = erlangA({ servers: 6, arrivalsPerMinute: 2.6, handlingMinutes: 2, patienceMinutes: 3 })
    const { firstLost, secondLost, secondWaiting } = nDesign({ ...queueing, specialists: 0, generalists: 6 })
    expect(secondWaiting).toBeCloseTo(a.waiting, 9)
    expect((1.6 * firstLost + secondLost) / 2.6).toBeCloseTo(a.abandoned, 9)
    expect(secondLost).toBeLessThan(firstLost)
  })
})

interface Comparison {
  readonly name: string
  readonly model: TwoSkillModel
  /** Figures compared, each with the widest interval, as a share of the figure, that still proves something. */
  readonly figures: readonly (readonly [keyof TwoSkillFigures, widest: number])[]
}

const comparisons: readonly Comparison[] = [
  {
    name: 'overflow from specialists to generalists, without waiting',
    model: lossy,
    figures: [
      ['bySpecialists', 0.02],
      ['firstLost', 0.08],
      ['secondLost', 0.08],
    ],
  },
  {
    name: 'the N-design with waiting, patience and priority',
    model: queueing,
    figures: [
      ['bySpecialists', 0.02],
      ['firstWaiting', 0.05],
      ['secondWaiting', 0.05],
      ['firstWaitSeconds', 0.12],
      ['secondWaitSeconds', 0.12],
      ['firstLost', 0.15],
      ['secondLost', 0.15],
    ],
  },
]

describe.each(comparisons)('$name', ({ model, figures }) => {
  let runs: readonly TwoSkillFigures[] = []
  beforeAll(() => {
    runs = Array.from({ length: RUNS }, (_, run) => simulateTwoSkills(model, MINUTES_PER_RUN, FIRST_SEED + run))
  }, RUN_TIME_MAX_MS)
  const expected = nDesign(model)

  test.each(figures)('%s agrees within the confidence interval of the runs', (figure, widest) => {
    const { mean, halfWidth } = estimate(runs.map((run) => run[figure]))
    const told = `theory ${expected[figure]}, runs ${mean} ± ${halfWidth} (seeds ${FIRST_SEED} to ${FIRST_SEED + RUNS - 1})`
    expect(Math.abs(mean - expected[figure]), told).toBeLessThanOrEqual(halfWidth)
    expect(halfWidth / expected[figure], told).toBeLessThan(widest)
  })
})
