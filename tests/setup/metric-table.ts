import { type Metric, metrics } from '@unified-routing/contract'

/** A table of docs/metrics.md that the dictionary knows better than a writer. */
export function metricTable(span: Metric['span']): string {
  const rows = Object.entries<Metric>(metrics)
    .filter(([, metric]) => metric.span === span)
    .map(([id, { name, unit, definition, source }]) => [name, `\`${id}\``, unit, definition, source])
  const heads = ['figure', 'id', 'unit', 'definition', 'reference']
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
