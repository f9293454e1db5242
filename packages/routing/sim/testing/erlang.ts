/** A single-skill queue of textbooks: Poisson arrivals, exponential times, first come first served. Rates per minute. */
export interface QueueModel {
  readonly servers: number
  readonly arrivalsPerMinute: number
  readonly handlingMinutes: number
  /** Mean patience of a customer who waits; null: nobody gives up. */
  readonly patienceMinutes: number | null
}

/** What theory says of such a queue in the long run. */
export interface QueueFigures {
  /** Share of the customers who have to wait. */
  readonly waiting: number
  /** Mean time in the queue of all customers, those who give up included. */
  readonly meanWaitSeconds: number
  /** Share of the customers who give up. */
  readonly abandoned: number
}

/** Erlang's delay formula, by way of his loss formula, whose recursion is stable for any number of servers. */
export function erlangC({ servers, arrivalsPerMinute, handlingMinutes }: QueueModel): QueueFigures {
  const load = arrivalsPerMinute * handlingMinutes
  if (load >= servers)
    throw new Error(`${load} erlangs are too many for ${servers} servers: the queue has no long run.`)
  let blocking = 1
  for (let server = 1; server <= servers; server++) blocking = (load * blocking) / (server + load * blocking)
  const waiting = (servers * blocking) / (servers - load * (1 - blocking))
  return { waiting, meanWaitSeconds: (waiting * handlingMinutes * 60) / (servers - load), abandoned: 0 }
}

/** Palm's model, Erlang A: the birth and death chain of customers present, solved up to where nobody is left to count. */
export function erlangA({ servers, arrivalsPerMinute, handlingMinutes, patienceMinutes }: QueueModel): QueueFigures {
  const leavingRate = (present: number) =>
    Math.min(present, servers) / handlingMinutes +
    (patienceMinutes === null ? 0 : Math.max(present - servers, 0) / patienceMinutes)
  let [weight, total, waiting, queueLength] = [1, 1, servers === 0 ? 1 : 0, 0]
  for (let present = 1; present <= servers || weight > total * NEGLIGIBLE; present++) {
    weight *= arrivalsPerMinute / leavingRate(present)
    total += weight
    if (present < servers) continue
    waiting += weight
    queueLength += weight * (present - servers)
  }
  const meanWaitMinutes = queueLength / total / arrivalsPerMinute
  return {
    waiting: waiting / total,
    meanWaitSeconds: meanWaitMinutes * 60,
    abandoned: patienceMinutes === null ? 0 : meanWaitMinutes / patienceMinutes,
  }
}

const NEGLIGIBLE = 1e-15
