/** Chart: a heading, and a drawing on the time axis with a logarithmic height. */
import type { ReactNode } from 'react'
import { type LogScale, decadesOf } from '../../notation/logScale'
import { toCellText, toDigits } from '../../notation/numbers'
import type { Axis } from './useAxis'
import { Prose } from '../Prose'

interface Props {
  readonly title: string
  readonly help: string
  readonly axis: Axis
  readonly scale: LogScale
  readonly height: number
  readonly children: ReactNode
  /** What stands beside the heading: the marks and what they mean. */
  readonly legend: ReactNode
}

/** Room above the highest and below the lowest mark, in pixels. */
export const inset = { top: 18, bottom: 20 } as const

/** More lines across stand for every second power of ten, or fewer. */
export const mostDecades = 6

/** From top to bottom: where a value of this scale stands. */
export const heightOf = (scale: LogScale, height: number, value: number): number =>
  height - inset.bottom - scale.share(value) * (height - inset.top - inset.bottom)

/** Three digits where there is room for an exponent beside them, else what fits a cell. */
export const toRoom = (value: number, width: number): string =>
  width > 68 ? toDigits(value, 3) : toCellText(value)

export const Chart = ({ title, help, axis, scale, height, children, legend }: Props) => (
  <section className="reach-chart">
    <Heading title={title} help={help} legend={legend} />
    <svg className="drawing" width={axis.margin + axis.width} height={height}>
      <g transform={`translate(${axis.margin},0)`}>
        {decadesOf(scale, mostDecades).map((power) => {
          const y = heightOf(scale, height, 10 ** power)
          return (
            <g key={power} className={power === 0 ? 'decade one' : 'decade'}>
              <line x1={0} x2={axis.width} y1={y} y2={y} />
              <text x={-8} y={y} dy="0.32em" textAnchor="end">
                {power === 0 ? '1' : power === 1 ? '10' : '10'}
                {power !== 0 && power !== 1 && (
                  <tspan dy="-0.45em" fontSize="11">
                    {power < 0 ? `−${-power}` : power}
                  </tspan>
                )}
              </text>
            </g>
          )
        })}
        {axis.columns
          .filter(({ t, width }) => width > 26 || t === axis.columns.at(-1)!.t || t % 10 === 0)
          .map(({ t, center }) => (
            <text key={t} className="tick" x={center} y={height - 4} textAnchor="middle">
              {t}
            </text>
          ))}
        {children}
      </g>
    </svg>
  </section>
)

export const Heading = ({
  title,
  help,
  legend,
}: Pick<Props, 'title' | 'help'> & { readonly legend?: ReactNode }) => (
  <header className="reach-heading">
    <h2>
      <Prose>{title}</Prose>
    </h2>
    <p>
      <Prose>{help}</Prose>
    </p>
    {legend && <div className="reach-legend">{legend}</div>}
  </header>
)
