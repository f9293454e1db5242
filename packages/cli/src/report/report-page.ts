import type { ScenarioResult } from '@unified-routing/routing/sim'
import { clockText, durationText } from './axis.ts'
import { html, type Markup } from './html.ts'
import { peopleSection } from './people-section.ts'
import { countText, queueSection, shareText } from './queue-section.ts'
import { reportStyle } from './report-style.ts'
import type { RunReport } from './run-record.ts'
import { table } from './table.ts'
import { workSection } from './work-section.ts'

export interface ReportedRun {
  readonly file: string
  readonly description: string | undefined
  readonly seed: number
  readonly result: ScenarioResult
  readonly report: RunReport
}

/** One page with all that runs have shown: no scripts, nothing loaded from anywhere. */
export function reportPage(runs: readonly ReportedRun[]): string {
  const [first] = runs
  const title = runs.length === 1 && first !== undefined ? first.result.scenario : `${runs.length} scenarios`
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title} · simulation report</title><style>${reportStyle}</style></head>
<body><main>${runs.length > 1 ? contentsOf(runs) : ''}${runs.map(sectionOf)}</main></body></html>
`.text
}

function contentsOf(runs: readonly ReportedRun[]): Markup {
  return html`<nav aria-label="Scenarios"><h2>Scenarios</h2><ul>${runs.map(
    ({ result }, index) => html`<li><a href="#run-${index}">${result.scenario}</a> ${verdict(result)}</li>`,
  )}</ul></nav>`
}

function sectionOf({ file, description, seed, result, report }: ReportedRun, index: number): Markup {
  const { timeline } = report
  const period = durationText(timeline.end - timeline.start)
  return html`<section id="run-${index}" aria-labelledby="run-${index}-title">
<header><h1 id="run-${index}-title">${result.scenario}</h1> ${verdict(result)}
${description === undefined ? '' : html`<p>${description}</p>`}
<p class="note">${file} · seed ${seed} · ${clockText(timeline.start)} to ${clockText(timeline.end)} UTC (${period})</p></header>
${tilesOf(report)}
${result.failures.length === 0 ? '' : failuresOf(result)}
${queueSection(report, `run-${index}`)}
${peopleSection(report, `run-${index}`)}
${workSection(report, `run-${index}`)}
</section>`
}

function verdict({ passed, failures }: ScenarioResult): Markup {
  if (passed) return html`<span class="verdict passed">✓ Passed</span>`
  return html`<span class="verdict failed">✗ ${failures.length} not as expected</span>`
}

/** The run in five figures. */
function tilesOf({ queues, people, fairness, arrivals, thresholdMs }: RunReport): Markup {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const [entered, assigned] = [sum(queues.map((queue) => queue.entered)), sum(queues.map((queue) => queue.assigned))]
  const waited = sum(queues.map(({ waits, assigned: count }) => (waits === null ? 0 : waits.mean * count)))
  const inTime = sum(queues.map((queue) => (queue.serviceLevel ?? 0) * queue.entered))
  const occupied = people.map(({ occupancy }) => occupancy).filter((occupancy) => occupancy !== null)
  const tiles: readonly (readonly [string, string])[] = [
    ['Arrivals', countText(sum(arrivals))],
    ['Mean wait', assigned === 0 ? '–' : durationText(waited / assigned)],
    [`Within ${durationText(thresholdMs)}`, shareText(entered === 0 ? null : inTime / entered)],
    ['Mean occupancy', shareText(occupied.length === 0 ? null : sum(occupied) / occupied.length)],
    ['Unevenness (Gini)', fairness === null ? '–' : fairness.toFixed(3)],
  ]
  return html`<dl class="tiles">${tiles.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function failuresOf({ failures }: ScenarioResult): Markup {
  return html`<h2>Not as expected</h2>${table({
    caption: 'Expectations that did not hold',
    columns: ['Step', 'At', 'Expected', 'Found'],
    rows: failures.map(({ step, at, expected, actual }) => [
      `steps[${step}]`,
      at,
      JSON.stringify(expected),
      JSON.stringify(actual),
    ]),
  })}`
}
