// Long because it is one table: every figure of the product.

/** One figure: what it is called, what it means, and where the meaning comes from. */
export interface Metric {
  readonly name: string
  /** In words that settle an argument about a number. */
  readonly definition: string
  /** `count`: whole things. `duration`: milliseconds. `share`: 0 to 1. */
  readonly unit: 'count' | 'duration' | 'share'
  /** `now`: as things are. `period`: counted from what happened between two instants. */
  readonly span: 'now' | 'period'
  /** Which way is better; null: neither. */
  readonly better: 'less' | 'more' | null
  /** The section of the reference whose words it follows, and where it departs from them. */
  readonly source: string
}

/** Every figure of the product, once. Pages, reports, alerts and files show no other.
 *
 * A figure of a period is counted when what it counts is over: an answer when somebody accepts, a time when it ends.
 * A stay is one wait in one queue, from entering it to the answer, the end, or the move elsewhere; an offer that is
 * declined does not end it. */
export const metrics = {
  waiting: {
    name: 'Waiting',
    definition: 'Work that is open and is offered to nobody at the moment.',
    unit: 'count',
    span: 'now',
    better: 'less',
    source: '17.1 Conversations in queue; without those being offered, which are a figure of their own',
  },
  longestWait: {
    name: 'Longest wait',
    definition: 'Time since the work that waits longest, offered or not, came to its present queue.',
    unit: 'duration',
    span: 'now',
    better: 'less',
    source: '17.4 Longest wait',
  },
  nobodyCanTake: {
    name: 'Nobody can take',
    definition:
      'Waiting work that no member of its queue could be given, even if all who are signed in were free: for want of ' +
      'people, skills, profiles or rights, or because too many have declined it. Looked at every few seconds.',
    unit: 'count',
    span: 'now',
    better: 'less',
    source: 'Ours',
  },
  offered: {
    name: 'Being offered',
    definition: 'Work that is offered to somebody who has not answered yet.',
    unit: 'count',
    span: 'now',
    better: null,
    source: '17.1 Active awaiting acceptance',
  },
  active: {
    name: 'Active',
    definition: 'Work that a representative has accepted and has not ended.',
    unit: 'count',
    span: 'now',
    better: null,
    source: '17.1 Active with acceptance; records included',
  },
  withBot: {
    name: 'With a bot',
    definition: 'Conversations that a bot has, before it escalates or ends them.',
    unit: 'count',
    span: 'now',
    better: null,
    source: '13 Bot, ongoing',
  },
  paused: {
    name: 'Waiting for customer',
    definition: 'Conversations in the state Waiting: the customer is to write next.',
    unit: 'count',
    span: 'now',
    better: null,
    source: '17.1 Waiting conversations',
  },
  wrapUp: {
    name: 'Wrap-up',
    definition: 'Conversations that have ended and are being wrapped up.',
    unit: 'count',
    span: 'now',
    better: null,
    source: '17.1 Wrap-up conversations',
  },
  available: {
    name: 'Available',
    definition: 'Signed-in people whose base presence is Available.',
    unit: 'count',
    span: 'now',
    better: 'more',
    source: '13 Agent availability status',
  },
  busy: {
    name: 'Busy',
    definition: 'Signed-in people whose base presence is Busy or Busy - DND.',
    unit: 'count',
    span: 'now',
    better: null,
    source: '13 Agent availability status',
  },
  away: {
    name: 'Away',
    definition: 'Signed-in people whose base presence is Away, Inactive among them.',
    unit: 'count',
    span: 'now',
    better: 'less',
    source: '13 Agent availability status',
  },
  created: {
    name: 'Came in',
    definition: 'Records and conversations that began to be routed. Those with a bot first count when they begin.',
    unit: 'count',
    span: 'period',
    better: null,
    source: '17.1 Total conversations; records included',
  },
  entered: {
    name: 'Entered queue',
    definition: 'Stays that began: routed, transferred, overflowed, assigned to the queue, or given back to it.',
    unit: 'count',
    span: 'period',
    better: null,
    source: '17.3 Total segments',
  },
  answered: {
    name: 'Answered',
    definition: 'Stays that ended with a representative accepting or being assigned the work.',
    unit: 'count',
    span: 'period',
    better: 'more',
    source: '17.3 Engaged segments',
  },
  speedToAnswer: {
    name: 'Average speed to answer',
    definition: 'Mean time from entering the queue to the answer, over the stays answered.',
    unit: 'duration',
    span: 'period',
    better: 'less',
    source: '17.4 ASA',
  },
  longestAnswered: {
    name: 'Longest answered wait',
    definition: 'The longest time from entering a queue to the answer, over the stays answered.',
    unit: 'duration',
    span: 'period',
    better: 'less',
    source: '17.3 Longest segment wait, historical',
  },
  serviceLevel: {
    name: 'Service level',
    definition:
      'Stays answered within the time that the organization sets for the channel ÷ stays answered. Whoever gave up ' +
      'is not in it: see the abandon rate.',
    unit: 'share',
    span: 'period',
    better: 'more',
    source: '17.1 Service level t',
  },
  abandoned: {
    name: 'Abandoned',
    definition:
      'Stays that ended with the conversation being closed before anybody accepted it from this queue, whoever ' +
      'closed it. Records are never abandoned.',
    unit: 'count',
    span: 'period',
    better: 'less',
    source: '17.1 Abandoned, by queue as in 17.3',
  },
  abandonRate: {
    name: 'Abandon rate',
    definition: 'Stays abandoned ÷ stays of conversations answered or abandoned.',
    unit: 'share',
    span: 'period',
    better: 'less',
    source: '17.1 Abandon rate, historical; of the stays that ended, so that it is never above one',
  },
  timeToAbandon: {
    name: 'Average time to abandon',
    definition: 'Mean time from entering the queue to the end, over the stays abandoned.',
    unit: 'duration',
    span: 'period',
    better: null,
    source: '17.3 Avg time to abandon',
  },
  overflowed: {
    name: 'Overflowed',
    definition: 'Times that an overflow action was carried out, before queueing or in the queue.',
    unit: 'count',
    span: 'period',
    better: 'less',
    source: '17.4 Pre-queue overflow, in-queue overflow',
  },
  offers: {
    name: 'Offers',
    definition: 'Times that work was offered to somebody and waited for their answer.',
    unit: 'count',
    span: 'period',
    better: null,
    source: '17.2 Incoming sessions; those assigned without asking are not in it',
  },
  rejected: {
    name: 'Rejected',
    definition: 'Offers to which the answer was no.',
    unit: 'count',
    span: 'period',
    better: 'less',
    source: '17.2 Sessions rejected',
  },
  missed: {
    name: 'Missed',
    definition: 'Offers that ran out without an answer.',
    unit: 'count',
    span: 'period',
    better: 'less',
    source: '17.2 Sessions timed out',
  },
  rejectionRate: {
    name: 'Rejection rate',
    definition: 'Offers rejected ÷ offers.',
    unit: 'share',
    span: 'period',
    better: 'less',
    source: '17.2 Session rejection rate, historical',
  },
  missedRate: {
    name: 'Missed rate',
    definition: 'Offers missed ÷ offers.',
    unit: 'share',
    span: 'period',
    better: 'less',
    source: '17.2 Session time-out rate, historical',
  },
  handled: {
    name: 'Handled',
    definition: 'Times that a representative finished with work that they had accepted, whatever became of it.',
    unit: 'count',
    span: 'period',
    better: null,
    source: '17.2 Closed sessions, of those engaged',
  },
  handleTime: {
    name: 'Handle time',
    definition: 'Time that representatives had accepted work, plus wrap-up, counted when each of the two ended.',
    unit: 'duration',
    span: 'period',
    better: null,
    source: '17.1 Handle time; all of it, not only while its tab is in front',
  },
  averageHandleTime: {
    name: 'Average handle time',
    definition: 'Handle time ÷ handled.',
    unit: 'duration',
    span: 'period',
    better: null,
    source: '17.1 Avg handle time',
  },
  averageWrapUp: {
    name: 'Average wrap-up',
    definition: 'Mean time from the end of a conversation to the end of its wrap-up.',
    unit: 'duration',
    span: 'period',
    better: null,
    source: '17.1 Avg wrap-up',
  },
  transferred: {
    name: 'Transferred',
    definition: 'Times handled that ended by handing the work on: to a queue, to somebody else or to a number.',
    unit: 'count',
    span: 'period',
    better: 'less',
    source: '17.2 Transferred sessions; those by a supervisor included',
  },
  transferRate: {
    name: 'Transfer rate',
    definition: 'Transferred ÷ handled.',
    unit: 'share',
    span: 'period',
    better: 'less',
    source: '17.2 Session transfer rate',
  },
  closed: {
    name: 'Closed',
    definition: 'Work that was closed, in whichever way.',
    unit: 'count',
    span: 'period',
    better: null,
    source: '15 Closed',
  },
  lifetime: {
    name: 'Average time to close',
    definition: 'Mean time from the beginning of the work to its being closed, over what was closed.',
    unit: 'duration',
    span: 'period',
    better: null,
    source: '17.1 Avg conversation time',
  },
} as const satisfies Readonly<Record<string, Metric>>

export type MetricId = keyof typeof metrics

type IdOfSpan<Span extends Metric['span']> = {
  [Id in MetricId]: (typeof metrics)[Id]['span'] extends Span ? Id : never
}[MetricId]

/** Figures of the present, and figures of a period. */
export type PresentMetricId = IdOfSpan<'now'>
export type PeriodMetricId = IdOfSpan<'period'>
