import { DAY_MINUTES, type HoursEntry, openSpans, spansText, weekdays } from './week-hours.ts'
import styles from './week-picture.module.css'

const MARKS = [0, 6, 12, 18, 24]

/** A week as a picture: a bar a day, filled while open, with the times in words beside it. */
export function WeekPicture({ hours }: { readonly hours: readonly HoursEntry[] }) {
  const days = openSpans(hours)
  return (
    <table className={styles.week} aria-label="The week">
      <tbody>
        {weekdays.map(({ value, label }, index) => {
          const spans = days[index] ?? []
          return (
            <tr key={value}>
              <th scope="row" className={styles.day}>
                {label}
              </th>
              <td className={styles.bar} aria-hidden="true">
                <svg className={styles.picture} viewBox={`0 0 ${DAY_MINUTES} 10`} preserveAspectRatio="none">
                  <title>{label}</title>
                  <rect className={styles.closed} x="0" y="0" width={DAY_MINUTES} height="10" />
                  {spans.map(([from, to]) => (
                    <rect key={from} className={styles.open} x={from} y="0" width={to - from} height="10" />
                  ))}
                  {MARKS.slice(1, -1).map((hour) => (
                    <line key={hour} className={styles.mark} x1={hour * 60} x2={hour * 60} y1="0" y2="10" />
                  ))}
                </svg>
              </td>
              <td className={styles.times}>{spansText(spans)}</td>
            </tr>
          )
        })}
        <tr>
          <td />
          <td className={styles.bar}>
            <div className={styles.hours} aria-hidden="true">
              {MARKS.map((hour) => (
                <span key={hour}>{hour}</span>
              ))}
            </div>
          </td>
          <td />
        </tr>
      </tbody>
    </table>
  )
}
