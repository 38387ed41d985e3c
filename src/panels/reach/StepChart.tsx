/** StepChart: what one step back does to a gradient: the singular values of J(t), beside those of the recurrent matrices. */
import { reachWords } from '../../i18n/reach'
import { nearLines } from '../../layout/besideLines'
import { createLogScale, decadesOf } from '../../notation/logScale'
import { hueOf } from '../../notation/names'
import { toDigits } from '../../notation/numbers'
import type { Reach } from '../../store/reach'
import { Prose } from '../Prose'
import { useNames, useWords } from '../useUnfold'
import { Chart, heightOf, mostDecades, toRoom } from './Chart'
import { Subscripts } from './Subscripts'
import type { Axis } from './useAxis'

const height = 170

/** In narrow columns the ends and the middle stand for all. */
const wideColumn = 14
const marked = (stretches: readonly number[], width: number): readonly number[] =>
  width >= wideColumn || stretches.length <= 3
    ? stretches
    : [stretches[0]!, stretches[Math.floor(stretches.length / 2)]!, stretches.at(-1)!]

export const StepChart = ({ reach, axis }: { readonly reach: Reach; readonly axis: Axis }) => {
  const words = useWords(reachWords)
  const { steps, matrices, trace } = reach
  const values = steps.flatMap(({ stretches }) => stretches ?? [])
  const constants = matrices.flatMap(({ largest, radius }) =>
    radius === null ? [largest] : [largest, radius],
  )
  const scale = createLogScale([...values.filter((s) => s > 1e-8), ...constants], [1])
  const y = (value: number) => heightOf(scale, height, value)
  const lines = [...constants, ...decadesOf(scale, mostDecades).map((power) => 10 ** power)].map(y)
  const names = useNames(trace.graph.cell)
  const letter = names.letter(reach.triangle.states[0]!)
  return (
    <Chart
      title={words.step(letter)}
      help={words.stepHelp}
      axis={axis}
      scale={scale}
      height={height}
      legend={
        <>
          <span>
            <svg width={12} height={12} aria-hidden="true">
              <circle className="stretch" cx={6} cy={6} r={4} />
            </svg>
            <Prose>{words.stretch}</Prose>
          </span>
          {matrices.map(({ node, largest, radius }) => (
            <span key={node.key} className={`hue-${hueOf(trace.graph.cell, node.of.name)}`}>
              <svg width={26} height={8} aria-hidden="true">
                <line className="factor largest" x1={1} x2={25} y1={4} y2={4} />
              </svg>
              <span>
                <Subscripts
                  text={`σ_max(${names.text(node)})\u00A0=\u00A0${toDigits(largest, 3)}`}
                />
              </span>
              {radius === null ? (
                `(${words.indirect})`
              ) : (
                <>
                  <svg width={26} height={8} aria-hidden="true">
                    <line className="factor radius" x1={1} x2={25} y1={4} y2={4} />
                  </svg>
                  {`ρ(${names.text(node)})\u00A0=\u00A0${toDigits(radius, 3)}`}
                </>
              )}
            </span>
          ))}
        </>
      }
    >
      {matrices.map(({ node, largest, radius }) => (
        <g key={node.key} className={`hue-${hueOf(trace.graph.cell, node.of.name)}`}>
          <line className="factor largest" x1={0} x2={axis.width} y1={y(largest)} y2={y(largest)} />
          {radius !== null && (
            <line className="factor radius" x1={0} x2={axis.width} y1={y(radius)} y2={y(radius)} />
          )}
        </g>
      ))}
      {steps.map(({ t, stretches }) => {
        const column = axis.at(t)
        if (!stretches || !column) return null
        const text = stretches.map((s) => toDigits(s, 3)).join(', ')
        return (
          <g key={t} role="img" aria-label={words.stretchesAt(t, text)}>
            <title>{words.stretchesAt(t, text)}</title>
            <line
              className="span"
              x1={column.center}
              x2={column.center}
              y1={y(stretches[0]!)}
              y2={y(stretches.at(-1)!)}
            />
            {marked(stretches, column.width).map((s, i) => (
              <circle
                key={i}
                className={scale.isBelow(s) ? 'stretch below' : 'stretch'}
                cx={column.center}
                cy={Number.isFinite(s) ? y(s) : 0}
                r={column.width > 12 ? 4 : 2}
              />
            ))}
            {column.width > 56 && Number.isFinite(stretches[0]!) && (
              <text x={column.center + 9} y={placeOfLargest(stretches.map(y), lines)} dy="0.32em">
                {toRoom(stretches[0]!, column.width)}
              </text>
            )}
          </g>
        )
      })}
    </Chart>
  )
}

/** Beside its own mark: where it would come nearer to the next, it stays on the lines. */
const placeOfLargest = ([own, next = Infinity]: readonly number[], lines: readonly number[]) => {
  const place = nearLines(own!, lines)
  return Math.abs(place - next) < Math.abs(place - own!) ? own! : place
}
