import type { Finding } from '@unified-routing/routing'
import { printLine } from './print.ts'

const signs = { error: '✗', warning: '!', suggestion: '·' } as const

/** Prints what is legal but probably wrong: two lines each, what and where, then the remedy. */
export function printFindings(findings: readonly Omit<Finding, 'code'>[]): void {
  for (const { severity, path, message, remedy } of findings) {
    printLine(`${signs[severity]} ${severity} at ${path}: ${message}`)
    printLine(`    ${remedy}`)
  }
}

/** "1 error, 2 warnings, 0 suggestions" */
export function countFindings(findings: readonly Pick<Finding, 'severity'>[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return (['error', 'warning', 'suggestion'] as const)
    .map((severity) => `${count(severity)} ${severity}${count(severity) === 1 ? '' : 's'}`)
    .join(', ')
}
