import { beforeAll, describe, expect, test } from 'vitest'
import { estimate, RUNS } from './confidence.ts'
import { erlangA, erlangC, type QueueFigures, type QueueModel } from './erlang.ts'
import { simulateQueue } from './simulate-queue.ts'

const FIRST_SEED = 1
/** Far more than it takes, for machines that do much else. */
const RUN_TIME_MAX_MS = 120_000
const CUSTOMERS_PER_RUN = 12_000

describe('the formulas', () => {
  const model = (servers: number, load: number, patienceMinutes: number | null = null): QueueModel => ({
    servers,
    arrivalsPerMinute: load,
    handlingMinutes: 1,
    patienceMinutes,
  })

  test('Erlang C is the closed form with one and with two servers', () => {
    const load = 0.7
    expect(erlangC(model(1, load)).waiting).toBeCloseTo(load, 12)
    expect(erlangC(model(1, load)).meanWaitSeconds).toBeCloseTo((60 * load) / (1 - load), 9)
    expect(erlangC(model(2, 2 * load)).waiting).toBeCloseTo((2 * load ** 2) / (1 + load), 12)
  })

  test('Erlang A without impatience is Erlang C', () => {
    const [c, a] = [erlangC(model(10, 8)), erlangA(model(10, 8))]
    expect(a.waiting).toBeCloseTo(c.waiting, 10)
    expect(a.meanWaitSeconds).toBeCloseTo(c.meanWaitSeconds, 7)
  })

  test('Erlang A with a patience like the handling time is a Poisson number of customers present', () => {
    const load = 12
    let [probability, fewerThanTen] = [Math.exp(-load), 0]
    for (let present = 0; present < 10; present++) {
      fewerThanTen += probability
      probability *= load / (present + 1)
    }
    expect(erlangA(model(10, load, 1)).waiting).toBeCloseTo(1 - fewerThanTen, 10)
  })
})

interface Comparison {
  readonly name: string
  readonly model: QueueModel
  readonly theory: (model: QueueModel) => QueueFigures
  /** Figures compared, each with the widest interval, as a share of the figure, that still proves something. */
  readonly figures: readonly (readonly [keyof QueueFigures, widest: number])[]
}

const comparisons: readonly Comparison[] = [
  {
    name: 'Erlang C, 4 servers at a load of 60 %',
    model: { servers: 4, arrivalsPerMinute: 1.2, handlingMinutes: 2, patienceMinutes: null },
    theory: erlangC,
    figures: [
      ['waiting', 0.05],
      ['meanWaitSeconds', 0.15],
    ],
  },
  {
    name: 'Erlang C, 4 servers at a load of 80 %',
    model: { servers: 4, arrivalsPerMinute: 1.6, handlingMinutes: 2, patienceMinutes: null },
    theory: erlangC,
    figures: [
      ['waiting', 0.05],
      ['meanWaitSeconds', 0.2],
    ],
  },
  {
    name: 'Erlang A, 10 servers at a load of 110 %, patience of 3 minutes',
    model: { servers: 10, arrivalsPerMinute: 5.5, handlingMinutes: 2, patienceMinutes: 3 },
    theory: erlangA,
    figures: [
      ['waiting', 0.05],
      ['meanWaitSeconds', 0.1],
      ['abandoned', 0.1],
    ],
  },
]

describe.each(comparisons)('$name', ({ model, theory, figures }) => {
  let runs: readonly QueueFigures[] = []
  beforeAll(() => {
    runs = Array.from({ length: RUNS }, (_, run) => simulateQueue(model, CUSTOMERS_PER_RUN, FIRST_SEED + run))
  }, RUN_TIME_MAX_MS)
  const expected = theory(model)

  test.each(figures)('%s agrees within the confidence interval of the runs', (figure, widest) => {
    const { mean, halfWidth } = estimate(runs.map((run) => run[figure]))
    const told = `theory ${expected[figure]}, runs ${mean} ± ${halfWidth} (seeds ${FIRST_SEED} to ${FIRST_SEED + RUNS - 1})`
    expect(Math.abs(mean - expected[figure]), told).toBeLessThanOrEqual(halfWidth)
    expect(halfWidth / expected[figure], told).toBeLessThan(widest)
  })
})
