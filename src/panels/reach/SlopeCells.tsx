/** SlopeCells: the factor that the activation has in each step back: f′(a(t)), a number for each unit. */
import { useLayoutEffect, useMemo, useRef } from 'react'
import { reachWords } from '../../i18n/reach'
import type { Column } from '../../layout/shapes'
import { toCellText, toDigits } from '../../notation/numbers'
import { type Scale, createScale } from '../../notation/scales'
import type { Reach } from '../../store/reach'
import { useGap, useValue, useWords } from '../useUnfold'
import { Heading } from './Chart'
import { drawPixels } from './drawPixels'
import { drawSharp } from './drawSharp'
import type { Axis } from './useAxis'

/** Narrower cells have no whole number. */
const numberWidth = 34
/** Without its leading zero it fits into these. */
const shortWidth = 22
/** So few units stand on each other, with their numbers, where they have no room for them beside each other. */
const mostStacked = 8
/** Narrower ones are no cells: then units stand on each other, as pixels. */
const cellWidth = 8
const rowHeight = 22
const mostHeight = 96

interface StepSlopes {
  readonly t: number
  readonly slopes: Float64Array
  readonly column: Column
}

export const SlopeCells = ({ reach, axis }: { readonly reach: Reach; readonly axis: Axis }) => {
  const words = useWords(reachWords)
  const gap = useGap()
  const theme = useValue((state) => state.theme)
  const scale = useMemo(() => createScale('value', theme, 1), [theme])
  const shown = reach.steps.flatMap(({ t, slopes }) => {
    const column = axis.at(t)
    return slopes && column ? [{ t, slopes, column }] : []
  })
  const [first] = shown
  if (!first) return <Heading title={words.factorSlope} help={words.noSlopes} />
  const narrowest = Math.min(...shown.map(({ column }) => column.width))
  const n = first.slopes.length
  const beside = Math.floor((narrowest - 8) / n)
  const alone = narrowest - 4
  const isStacked = beside < shortWidth && alone >= shortWidth && n <= mostStacked
  const width = Math.min(48, isStacked ? alone : beside)
  return (
    <section className="reach-chart">
      <Heading
        title={words.factorSlope}
        help={width >= shortWidth ? words.slopesHelp : words.slopesHelp + gap + words.slopesColour}
      />
      {width >= cellWidth ? (
        <svg
          className="drawing"
          width={axis.margin + axis.width}
          height={(isStacked ? n * (rowHeight + 2) : rowHeight) + 4}
        >
          <g transform={`translate(${axis.margin},2)`}>
            {shown.map((step) => (
              <Cells key={step.t} {...{ step, width, scale, isStacked }} />
            ))}
          </g>
        </svg>
      ) : (
        <Pixels shown={shown} axis={axis} scale={scale} />
      )}
    </section>
  )
}

interface CellsProps {
  readonly step: StepSlopes
  readonly width: number
  readonly scale: Scale
  readonly isStacked: boolean
}

const Cells = ({ step: { t, slopes, column }, width, scale, isStacked }: CellsProps) => {
  const words = useWords(reachWords)
  const text = words.slopesAt(t, Array.from(slopes, (s) => toDigits(s, 3)).join(', '))
  return (
    <g role="img" aria-label={text}>
      <title>{text}</title>
      {Array.from(slopes, (slope, i) => {
        const { fill, ink } = scale(slope)
        const [across, down] = isStacked ? [-0.5, i] : [i - slopes.length / 2, 0]
        const [x, y] = [column.center + across * width, down * (rowHeight + 2)]
        return (
          <g key={i} className="cell">
            <rect {...{ x, y }} width={width - 2} height={rowHeight} fill={fill} rx={4} />
            {width >= shortWidth && (
              <text
                x={x + width / 2 - 1}
                y={y + rowHeight / 2}
                dy="0.34em"
                textAnchor="middle"
                style={{ fill: ink }}
              >
                {width >= numberWidth ? toCellText(slope) : toShort(slope)}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** `.47`, of a slope between 0 and 1. */
const toShort = (slope: number): string =>
  slope === 0
    ? '0'
    : slope
        .toFixed(2)
        .replace(/^0\./, '.')
        .replace(/\.00$/, (end) => (slope < 0.5 ? end : ''))

interface PixelsProps {
  readonly shown: readonly StepSlopes[]
  readonly axis: Axis
  readonly scale: Scale
}

const Pixels = ({ shown, axis, scale }: PixelsProps) => {
  const words = useWords(reachWords)
  const canvas = useRef<HTMLCanvasElement>(null)
  const n = shown[0]!.slopes.length
  const height = Math.min(mostHeight, 12 * n)
  useLayoutEffect(() => {
    drawSharp(canvas.current!, { width: axis.width, height }, (context, ratio) =>
      drawPixels(context, ratio, {
        columns: shown.map(({ column: { x, width } }) => ({
          x,
          width: width - (width > 6 ? 1 : 0),
        })),
        ...{ rows: n, width: axis.width, height },
        colour: (row, column) => scale(shown[column]!.slopes[row]!).rgb,
      }),
    )
  })
  const ends = shown.reduce<readonly [number, number]>(
    ([low, high], { slopes }) => [Math.min(low, ...slopes), Math.max(high, ...slopes)],
    [Infinity, -Infinity],
  )
  const label = words.slopesRange(toDigits(ends[0], 3), toDigits(ends[1], 3))
  return (
    <canvas
      ref={canvas}
      className="slope-pixels"
      role="img"
      aria-label={label}
      title={label}
      style={{ width: axis.width, height, marginLeft: axis.margin }}
    />
  )
}
