/** ClipPart: clipping by norm, seen acting on the gradient that all parameters get: g, its norm, the threshold, the factor, the result. */
import { useState } from 'react'
import { type Clipped, clipByNorm } from '../../engine/reach/clip'
import { lengthOf } from '../../engine/reach/triangle'
import { shapeOf } from '../../engine/memory'
import { type Trace, gradientOf } from '../../engine/run'
import { reachWords } from '../../i18n/reach'
import { toDigits } from '../../notation/numbers'
import { type Scale, createScale } from '../../notation/scales'
import { Formula } from '../Formula'
import { MathName } from '../MathName'
import { MatrixThumb } from '../MatrixThumb'
import { useNames, useValue, useWords } from '../useUnfold'
import { Heading } from './Chart'

/** The slider's ends, as powers of ten. */
const ends = { min: -3, max: 2, step: 0.05 } as const

export const ClipPart = ({ trace }: { readonly trace: Trace }) => {
  const words = useWords(reachWords)
  const [power, setPower] = useState(0)
  const threshold = Number((10 ** power).toPrecision(3))
  const parameters = trace.graph.nodes.filter(
    ({ kind, carries }) => kind === 'parameter' && carries,
  )
  const gradients = parameters.map((node) => gradientOf(trace, node)!)
  const clipped = clipByNorm(gradients, threshold)
  const isBroken = !Number.isFinite(clipped.norm)
  return (
    <section className="reach-clip">
      <Heading title={words.clip} help={words.clipHelp} />
      <div className="reach-clipping">
        <div>
          <label className="reach-field">
            <span>{words.threshold}</span>
            <input
              type="range"
              {...ends}
              value={power}
              aria-valuetext={toDigits(threshold, 3)}
              onChange={({ target }) => setPower(Number(target.value))}
            />
            <output>{toDigits(threshold, 3)}</output>
          </label>
          <Formula
            tex={`\\boldsymbol{g} \\leftarrow \\boldsymbol{g} \\cdot \\min\\!\\left(1, \\frac{v}{\\lVert \\boldsymbol{g} \\rVert}\\right) = \\boldsymbol{g} \\cdot \\min\\!\\left(1, \\frac{${tex(threshold)}}{${tex(clipped.norm)}}\\right) = ${tex(clipped.factor)}\\, \\boldsymbol{g}`}
          />
          <Bars norm={clipped.norm} factor={clipped.factor} threshold={threshold} />
          <p role="status">
            {isBroken
              ? words.broken
              : clipped.factor < 1
                ? words.clipped(toDigits(clipped.factor, 4))
                : words.unclipped}
          </p>
        </div>
        <Table trace={trace} clipped={clipped} gradients={gradients} parameters={parameters} />
      </div>
    </section>
  )
}

const tex = (value: number): string =>
  Number.isFinite(value)
    ? toDigits(value, 4).replaceAll('−', '-').replace(/e(.*)/, '\\cdot 10^{$1}')
    : '\\infty'

/** ‖g‖ before and after as lengths, the threshold as a mark. */
const Bars = ({ norm, factor, threshold }: { norm: number; factor: number; threshold: number }) => {
  const words = useWords(reachWords)
  const most = Math.max(norm, threshold) || 1
  if (!Number.isFinite(norm)) return null
  const [all, room] = [320, 220]
  const x = (value: number) => 64 + (value / most) * room
  return (
    <svg
      className="drawing reach-bars"
      width={all + 40}
      height={72}
      role="img"
      aria-label={`∥g∥ = ${toDigits(norm, 4)}, v = ${toDigits(threshold, 3)}`}
    >
      <text x={56} y={25} textAnchor="end">
        {words.before}
      </text>
      <rect className="norm" x={64} y={14} width={Math.max(1, x(norm) - 64)} height={15} />
      <text x={x(norm) + 6} y={26}>
        {toDigits(norm, 3)}
      </text>
      <text x={56} y={53} textAnchor="end">
        {words.after}
      </text>
      <rect
        className="norm after"
        x={64}
        y={42}
        width={Math.max(1, x(norm * factor) - 64)}
        height={15}
      />
      <text x={x(norm * factor) + 6} y={54}>
        {toDigits(norm * factor, 3)}
      </text>
      <line className="threshold" x1={x(threshold)} x2={x(threshold)} y1={6} y2={60} />
      <text x={x(threshold)} y={71} textAnchor="middle">
        v
      </text>
    </svg>
  )
}

interface TableProps {
  readonly trace: Trace
  readonly clipped: Clipped
  readonly gradients: readonly Float64Array[]
  readonly parameters: Trace['graph']['nodes']
}

const Table = ({ trace, clipped, gradients, parameters }: TableProps) => {
  const words = useWords(reachWords)
  const theme = useValue((state) => state.theme)
  const names = useNames(trace.graph.cell)
  const extent = Math.max(
    0,
    ...gradients.map((g) => g.reduce((most, x) => Math.max(most, Math.abs(x)), 0)),
  )
  // One scale for all: then what is shortened is seen to pale.
  const scale = createScale('gradient', theme, Number.isFinite(extent) && extent > 0 ? extent : 1)
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.parameter}</th>
          <th scope="col" colSpan={2}>
            {words.before}
          </th>
          <th scope="col" colSpan={2}>
            {words.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((node, i) => {
          const shape = shapeOf(trace.architecture, node)
          return (
            <tr key={node.key}>
              <th scope="row">
                <MathName names={names} node={node} isGradient />
              </th>
              <Half
                numbers={gradients[i]!}
                name={`${names.spokenReading({ node, isGradient: true })}, ${words.before}`}
                {...{ shape, scale }}
              />
              <Half
                numbers={clipped.parts[i]!}
                name={`${names.spokenReading({ node, isGradient: true })}, ${words.after}`}
                {...{ shape, scale }}
              />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Half = ({
  numbers,
  shape: [rows, columns = 1],
  scale,
  name,
}: {
  readonly numbers: Float64Array
  readonly shape: readonly number[]
  readonly scale: Scale
  readonly name: string
}) => (
  <>
    <td>
      <MatrixThumb
        rows={rows!}
        columns={columns}
        isReady
        read={() => numbers}
        source={numbers}
        name={name}
        scale={scale}
        label={name}
        size={44}
      />
    </td>
    <td>{toDigits(lengthOf(numbers), 3)}</td>
  </>
)
