/** NormChart: the length of the state's gradient at each t, on a logarithmic scale with a floor, beside the powers that W alone would give. */
import { reachWords } from '../../i18n/reach'
import { besideLines, halfText } from '../../layout/besideLines'
import { createLogScale, decadesOf } from '../../notation/logScale'
import { toDigits } from '../../notation/numbers'
import { selectHalf } from '../../store/actions/view'
import type { Reach } from '../../store/reach'
import { useNames, useUnfold, useWords } from '../useUnfold'
import { Chart, heightOf, inset, mostDecades, toRoom } from './Chart'
import { Subscripts } from './Subscripts'
import type { Axis } from './useAxis'

const height = 190
/** Left, middle and right of a number. */
const acrossText = [-18, -9, 0, 9, 18]
/** Higher over its bar a number would not be seen to be its own. */
const farthest = 14
/** How far beyond the lengths a power is followed. */
const farther = 10

interface Props {
  readonly reach: Reach
  readonly axis: Axis
}

export const NormChart = ({ reach, axis }: Props) => {
  const unfold = useUnfold()
  const words = useWords(reachWords)
  const { steps, triangle } = reach
  const shown = steps.flatMap(({ t, norm }, i) => {
    const column = axis.at(t)
    return norm === null || !column ? [] : [{ node: triangle.states[i]!, norm, column }]
  })
  const norms = shown.map(({ norm }) => norm)
  const scale = createLogScale([...norms, ...endsOf(reach, norms)], [])
  const y = (value: number) => heightOf(scale, height, value)
  const base = height - inset.bottom
  const powers = powersOf(reach).map((power) => ({
    ...power,
    // On the logarithmic scale a power is a straight line.
    heightAt: (t: number) =>
      y(power.start.norm!) - decade * (power.start.t - t) * Math.log10(power.factor),
  }))
  const decade = (y(10 ** scale.from) - y(10 ** scale.to)) / (scale.to - scale.from)
  const decades = decadesOf(scale, mostDecades).map((power) => y(10 ** power))
  const linesAt = ({ t, width }: Axis['columns'][number]) => [
    ...decades,
    ...powers.flatMap(({ heightAt, start }) =>
      acrossText.map((x) => heightAt(Math.min(start.t, t + x / width))),
    ),
  ]
  const names = useNames(reach.trace.graph.cell)
  const letter = names.letter(triangle.states[0]!)
  return (
    <Chart
      title={words.norms(letter)}
      help={words.normsHelp}
      axis={axis}
      scale={scale}
      height={height}
      legend={
        <>
          <PowersLegend reach={reach} />
          {norms.some(scale.isBelow) && (
            <span>
              <svg width={14} height={11} aria-hidden="true">
                <path className="floor" d="M1,1h12l-6,9z" />
              </svg>
              {words.floorMark}
            </span>
          )}
        </>
      }
    >
      <Powers {...{ powers, axis }} top={inset.top} bottom={base} />
      {shown.map(({ node, norm, column }, i) => {
        const isBelow = scale.isBelow(norm)
        const width = Math.min(56, Math.max(2, column.width * 0.8))
        const top = isBelow ? base - 10 : Number.isFinite(norm) ? y(norm) : inset.top
        return (
          <g
            key={node.key}
            className="reach-norm"
            role="button"
            // One tab stop for all: the arrow keys walk.
            tabIndex={i === 0 ? 0 : -1}
            aria-label={words.normAt(names.text(node), toDigits(norm, 4))}
            onClick={() => selectHalf(unfold, node.key, 'backward')}
            onKeyDown={(event) => {
              if (event.key === 'Enter') selectHalf(unfold, node.key, 'backward')
              else if (walk(event.currentTarget, event.key)) {
                event.preventDefault()
                event.stopPropagation()
              }
            }}
          >
            <rect className="hit" x={column.x} y={0} width={column.width} height={height} />
            {isBelow ? (
              <path
                className="floor"
                d={`M${column.center - 6},${base - 9}h12l-6,9z`}
                aria-hidden="true"
              />
            ) : (
              <rect
                className="norm"
                x={column.center - width / 2}
                width={width}
                y={top}
                height={Math.max(1.5, base - top)}
              />
            )}
            {column.width > 44 && (
              <text
                x={column.center}
                {...placeOfText(top, isBelow ? top : base, linesAt(column))}
                dy="0.32em"
                textAnchor="middle"
              >
                {toRoom(norm, column.width)}
              </text>
            )}
          </g>
        )
      })}
    </Chart>
  )
}

/** Over a bar; where a line would go through it, in the bar, or further up. */
const placeOfText = (top: number, base: number, lines: readonly number[]) => {
  const isFree = (y: number) => lines.every((line) => Math.abs(line - y) >= halfText)
  const [over, inside] = [top - 9, top + 10]
  if (isFree(over) || base - top <= 20) return { y: besideLines(over, lines) }
  // Never across the end of a bar, nor so far above it that it is no longer its own.
  const beside = besideLines(over, lines)
  return isFree(inside) || beside > over || over - beside > farthest
    ? { y: inside, className: 'inside' }
    : { y: beside }
}

/** Moves the focus to the bar before or after; false where the key is no way there. */
const walk = (bar: SVGGElement, key: string): boolean => {
  const next =
    key === 'ArrowRight'
      ? bar.nextElementSibling
      : key === 'ArrowLeft'
        ? bar.previousElementSibling
        : null
  if (!(next instanceof SVGGElement) || !next.classList.contains('reach-norm')) return false
  next.focus()
  return true
}

/** What an error at the last step would come to if each step multiplied it by σ_max or by ρ. */
const powersOf = ({ steps, matrices }: Reach) => {
  const last = steps.findLast(({ norm }) => norm !== null && norm > 0)
  const [matrix] = matrices
  if (!last || !matrix?.isDirect || matrices.length > 1) return []
  const { largest, radius, node } = matrix
  return [
    { className: 'largest', factor: largest, node, start: last },
    ...(radius === null ? [] : [{ className: 'radius', factor: radius, node, start: last }]),
  ].filter(({ factor }) => factor > 0 && Number.isFinite(factor))
}

/** What the powers come to at the start; far from all lengths they leave the picture instead of flattening it. */
const endsOf = (reach: Reach, norms: readonly number[]): readonly number[] => {
  const finite = norms.filter((norm) => norm > 0 && norm < Infinity)
  const [least, most] = [Math.min(...finite) / farther, Math.max(...finite) * farther]
  return powersOf(reach).map(({ factor, start }) =>
    Math.max(least, Math.min(most, start.norm! * factor ** start.t)),
  )
}

const PowersLegend = ({ reach }: Pick<Props, 'reach'>) => {
  const words = useWords(reachWords)
  const names = useNames(reach.trace.graph.cell)
  return powersOf(reach).map(({ className, node }) => (
    <span key={className}>
      <svg width={26} height={8} aria-hidden="true">
        <line className={`power ${className}`} x1={1} x2={25} y1={4} y2={4} />
      </svg>
      <span>
        <Subscripts
          text={words[className === 'largest' ? 'asLargest' : 'asRadius'](names.text(node))}
        />
      </span>
    </span>
  ))
}

interface PowersProps extends Pick<Props, 'axis'> {
  readonly powers: readonly (ReturnType<typeof powersOf>[number] & {
    readonly heightAt: (t: number) => number
  })[]
  readonly top: number
  readonly bottom: number
}

const Powers = ({ powers, axis, top, bottom }: PowersProps) => (
  <>
    <clipPath id="reach-plot">
      <rect x={0} y={top - 12} width={axis.width} height={bottom - top + 12} />
    </clipPath>
    <g clipPath="url(#reach-plot)">
      {powers.map(({ className, start, heightAt }) => (
        <polyline
          key={className}
          className={`power ${className}`}
          points={axis.columns
            .filter(({ t }) => t <= start.t)
            .map(({ t, center }) => `${center},${heightAt(t)}`)
            .join(' ')}
        />
      ))}
    </g>
  </>
)
