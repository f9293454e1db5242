import { writeFile } from 'node:fs/promises'
import type { ScenarioResult } from '@unified-routing/routing/sim'
import { UserError } from '../command.ts'
import { type ReportedRun, reportPage } from '../report/report-page.ts'
import { RunRecord } from '../report/run-record.ts'
import type { LoadedScenario } from './load-scenario.ts'

/** Collects what runs show and writes it as one page. */
export class ReportFile {
  readonly #path: string
  readonly #thresholdMs: number
  readonly #runs: ReportedRun[] = []

  constructor(path: string, thresholdMs: number) {
    this.#path = path
    this.#thresholdMs = thresholdMs
  }

  /** Listens to a run from its start to the instant of its last step. */
  record({ start, steps }: LoadedScenario): RunRecord {
    return new RunRecord(start, steps.at(-1)?.at ?? start)
  }

  add(
    file: string,
    scenario: LoadedScenario,
    run: { readonly result: ScenarioResult; readonly record: RunRecord },
  ): void {
    const { description, seed } = scenario
    this.#runs.push({ file, description, seed, result: run.result, report: run.record.finish(this.#thresholdMs) })
  }

  async write(): Promise<void> {
    try {
      await writeFile(this.#path, reportPage(this.#runs))
    } catch (cause) {
      throw new UserError(
        `${this.#path}: the report cannot be written: ${cause instanceof Error ? cause.message : cause}`,
      )
    }
  }
}
