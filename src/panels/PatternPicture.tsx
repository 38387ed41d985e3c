/** PatternPicture: a design pattern as a small unfolded graph of three steps, made from what the pattern says. */
import { type PatternId, patterns } from '../engine/network'

const columns = [8, 24, 40] as const
const rows = { output: 4, state: 15, input: 26 } as const

export const PatternPicture = ({ id }: { readonly id: PatternId }) => {
  const { recurrence, readout } = patterns[id]
  const outputs = columns.filter((_, i) => readout === 'every-step' || i === columns.length - 1)
  const from = recurrence === 'hidden' ? rows.state : rows.output
  const lines = [
    ...columns.map((x) => `M${x},${rows.input}V${rows.state}`),
    ...outputs.map((x) => `M${x},${rows.state}V${rows.output}`),
    ...columns.slice(1).map((x, i) => `M${columns[i]},${from}L${x},${rows.state}`),
  ]
  return (
    <svg className="pattern-picture" viewBox="0 0 48 30" width="48" height="30" aria-hidden="true">
      <path d={lines.join('')} fill="none" stroke="currentColor" strokeWidth="1.3" />
      {columns.map((x) => (
        <circle key={x} cx={x} cy={rows.input} r="2.6" fill="currentColor" />
      ))}
      {columns.map((x) => (
        <circle key={x} cx={x} cy={rows.state} r="3.2" fill="currentColor" />
      ))}
      {outputs.map((x) => (
        <circle key={x} cx={x} cy={rows.output} r="2.6" fill="currentColor" />
      ))}
    </svg>
  )
}
