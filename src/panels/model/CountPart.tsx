/** CountPart: how many numbers a table of all sequences needs, and how many this network has; over τ, on a log scale. */
import { line, scaleLinear } from 'd3'
import type { FullTable, TableKind } from '../../engine/model/counts'
import { range } from '../../engine/unfold'
import { toDigits } from '../../notation/numbers'
import { Prose } from '../Prose'
import { useDictionary, useGap } from '../useUnfold'
import { Formula } from '../Formula'
import { Part } from './Part'
import { useModelFacts, useModelWords } from './useModel'

/** A table count as text: in full while it can be read, then as a power of ten. */
const useCountText = () => {
  const { count } = useDictionary()
  return (table: FullTable, tau: number): string => {
    const n = table.count(tau)
    if (n < 1e9) return count(n)
    return n < 1e300 ? `≈ ${toDigits(n, 3)}` : `≈ 10^${Math.round(table.magnitude(tau))}`
  }
}

/** k classes, n symbols that may be read. */
const formulas: Readonly<Record<TableKind, (k: number, n: number, tau: number) => string>> = {
  sequences: (k, _, tau) => `k^\\tau - 1 = ${k}^{${tau}} - 1`,
  steps: (k, n, tau) =>
    `(k - 1) \\textstyle\\sum_t n_x^t = ${k - 1} \\cdot (${tau > 2 ? `${n} + \\dots + ` : tau > 1 ? `${n} + ` : ''}${n}^{${tau}})`,
  last: (k, n, tau) => `(k - 1)\\, n_x^\\tau = ${k - 1} \\cdot ${n}^{${tau}}`,
}

export const CountPart = () => {
  const words = useModelWords().count
  const gap = useGap()
  const { count } = useDictionary()
  const countText = useCountText()
  const { network, classes, tau, counts, total, table, crossing } = useModelFacts()
  const size = { input: 'n_x', hidden: 'n_h', output: 'n_y', one: '1' }
  const terms = counts.map(({ dimensions }) =>
    dimensions.map((dimension) => size[dimension]).join('\\,'),
  )
  return (
    <Part title={words.title}>
      <dl className="counts">
        {table && (
          <div>
            <dt>{words.table}</dt>
            <dd>
              <Formula tex={formulas[table.kind](classes, network.architecture.inputSize, tau)} />
              <strong>{countText(table, tau)}</strong>
            </dd>
          </div>
        )}
        <div>
          <dt>{words.network}</dt>
          <dd>
            <Formula tex={terms.join(' + ')} />
            <strong>{count(total)}</strong>
          </dd>
        </div>
      </dl>
      <p>
        <Prose>
          {table ? words.tables[table.kind] : words.noTable}
          {gap + words.networkNote}
          {table &&
            table.count(tau) > total &&
            gap + words.saves(countText(table, tau), count(total), tau)}
          {table && crossing !== null && gap + words.crossing(crossing, table.base)}
        </Prose>
      </p>
      {table && <Plot table={table} />}
      <p>{words.stationary}</p>
    </Part>
  )
}

const mostDots = 60
/** Room for what the length is called, among the others. */
const besideTau = 40
const box = { width: 420, height: 200, left: 46, right: 14, top: 14, bottom: 30 }

const Plot = ({ table }: { readonly table: FullTable }) => {
  const words = useModelWords().count
  const { count } = useDictionary()
  const countText = useCountText()
  const { tau, total } = useModelFacts()
  const last = Math.max(12, tau)
  const x = scaleLinear([1, last], [box.left, box.width - box.right])
  const most = Math.max(table.magnitude(last), Math.log10(total) * 1.25, 1)
  const y = scaleLinear([0, most], [box.height - box.bottom, box.top])
  const points = range(1, last).map((t) => [x(t), y(Math.max(0, table.magnitude(t)))] as const)
  const label = words.plot(countText(table, last), count(total), last)
  const flat = y(Math.log10(total))
  return (
    <figure className="plot">
      <svg
        className="drawing"
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={label}
      >
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((power) => (
            <g key={power} className="tick">
              <line x1={box.left} x2={box.width - box.right} y1={y(power)} y2={y(power)} />
              <text x={box.left - 6} y={y(power) + 4} textAnchor="end">
                10
                <tspan dy="-6" fontSize="10">
                  {power}
                </tspan>
              </text>
            </g>
          ))}
        {x
          .ticks(6)
          .filter((t) => Number.isInteger(t) && Math.abs(x(t) - x(tau)) > besideTau)
          .map((t) => (
            <text
              key={t}
              className="soft"
              x={x(t)}
              y={box.height - 10}
              textAnchor={t === last ? 'end' : 'middle'}
            >
              {t}
            </text>
          ))}
        <text
          x={x(tau)}
          y={box.height - 10}
          textAnchor={tau === last ? 'end' : tau === 1 ? 'start' : 'middle'}
        >
          τ = {tau}
        </text>
        <line className="now" x1={x(tau)} x2={x(tau)} y1={box.top} y2={box.height - box.bottom} />
        <line className="network" x1={box.left} x2={box.width - box.right} y1={flat} y2={flat} />
        <path className="table" d={line()(points.map(([px, py]) => [px, py])) ?? ''} />
        {points.map(
          ([px, py], i) =>
            // So many that they touch are a line.
            (last <= mostDots || i + 1 === tau) && (
              <circle
                key={i}
                className={i + 1 === tau ? 'table here' : 'table'}
                cx={px}
                cy={py}
                r={i + 1 === tau ? 5 : 2.5}
              />
            ),
        )}
        <text
          className="table-name"
          x={points[Math.floor(last * 0.62)]![0] - 12}
          y={points[Math.floor(last * 0.62)]![1] - 4}
          textAnchor="end"
        >
          {words.table}
        </text>
        <text className="network-name" x={box.width - box.right - 4} y={flat - 7} textAnchor="end">
          {words.network}
        </text>
      </svg>
      <figcaption>{words.axis}</figcaption>
    </figure>
  )
}
