/** Prints each failed test with its reason, a line a group and the total; returns the exit code. */
export function printSummary(results, ms) {
  console.log(`\n== summary ${'='.repeat(83)}`)
  for (const { name, passed, failed, skipped, ms } of results) {
    const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
    console.log(
      `${failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(34)} ${counts.padEnd(30)} ${seconds(ms).padStart(8)}`,
    )
  }
  for (const { title, why } of results.flatMap(({ failures }) => failures)) {
    console.log(`\nFAILED  ${title}\n${why.map((line) => `        ${line}`).join('\n')}`)
  }
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((key) =>
    results.reduce((sum, one) => sum + one[key], 0),
  )
  console.log(`Took ${seconds(ms)}.`)
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed > 0 ? 1 : 0
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
