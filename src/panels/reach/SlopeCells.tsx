/** SlopeCells: the factor that the activation has in each step back: f′(a(t)), a number for each unit. */
import { useMemo } from 'react'
import { toCellText, toDigits } from '../../notation/numbers'
import { createScale } from '../../notation/scales'
import type { Reach } from '../../store/reach'
import { useValue } from '../useUnfold'
import { Heading } from './Chart'
import type { Axis } from './useAxis'
import { useReachWords } from './useReachWords'

/** Narrower cells have no number. */
const numberWidth = 34
/** The height of a row of cells; in a column too narrow for a row they stand on each other. */
const rowHeight = 22
const mostHeight = 96

export const SlopeCells = ({ reach, axis }: { readonly reach: Reach; readonly axis: Axis }) => {
  const words = useReachWords()
  const theme = useValue((state) => state.theme)
  const scale = useMemo(() => createScale('value', theme, 1), [theme])
  const shown = reach.steps.flatMap(({ t, slopes }) => {
    const column = axis.at(t)
    return slopes && column ? [{ t, slopes, column }] : []
  })
  const [first] = shown
  if (!first) return <Heading title={words.factorSlope} help={words.noSlopes} />
  const n = first.slopes.length
  const narrowest = Math.min(...shown.map(({ column }) => column.width))
  const width = Math.min(48, Math.floor((narrowest - 8) / n))
  const isRow = width >= 8
  const height = isRow ? rowHeight : Math.min(mostHeight, 12 * n)
  return (
    <section className="reach-chart">
      <Heading title={words.factorSlope} help={words.slopesHelp} />
      <svg className="drawing" width={axis.margin + axis.width} height={height + 4}>
        <g transform={`translate(${axis.margin},2)`}>
          {shown.map(({ t, slopes, column }) => {
            const text = words.slopesAt(t, Array.from(slopes, (s) => toDigits(s, 3)).join(', '))
            return (
              <g key={t} role="img" aria-label={text}>
                <title>{text}</title>
                {Array.from(slopes, (slope, i) => {
                  const { fill, ink } = scale(slope)
                  const x = isRow ? column.center + (i - n / 2) * width : column.x + 0.5
                  const w = isRow ? width - 2 : Math.max(1, column.width - 1)
                  const h = isRow ? height : height / n
                  return (
                    <g key={i} className="cell">
                      <rect
                        x={x}
                        y={isRow ? 0 : i * h}
                        width={w}
                        height={h}
                        fill={fill}
                        rx={isRow ? 4 : 0}
                      />
                      {width >= numberWidth && (
                        <text
                          x={x + w / 2}
                          y={h / 2}
                          dy="0.34em"
                          textAnchor="middle"
                          style={{ fill: ink }}
                        >
                          {toCellText(slope)}
                        </text>
                      )}
                    </g>
                  )
                })}
              </g>
            )
          })}
        </g>
      </svg>
    </section>
  )
}
