/** The stages of the way, in their order, by their part of the address. */
export const stages = ['intake', 'classification', 'routeToQueue', 'prioritization', 'assignment', 'offer'] as const
export type Stage = (typeof stages)[number]

export const stageTitles: Readonly<Record<Stage, string>> = {
  intake: 'Intake',
  classification: 'Classification',
  routeToQueue: 'Route to queue',
  prioritization: 'Prioritization',
  assignment: 'Assignment',
  offer: 'Offer',
}

export interface WorkstreamSearch {
  readonly tab?: 'details' | 'rules'
  /** The stage whose editor is open. */
  readonly stage?: Stage
}

export function parseWorkstreamSearch(raw: Record<string, unknown>): WorkstreamSearch {
  const tab = (['details', 'rules'] as const).find((known) => known === raw.tab)
  const stage = stages.find((known) => known === raw.stage)
  return { ...(tab === undefined ? {} : { tab }), ...(stage === undefined ? {} : { stage }) }
}

/** The part of the page in which a place of the workstream is changed: the editor of a stage, or the details. */
export function searchOfPlace(place: string): WorkstreamSearch {
  const stage = (['classification', 'routeToQueue'] as const).find((known) => place.startsWith(known))
  return stage === undefined ? { tab: 'details' } : { stage }
}
