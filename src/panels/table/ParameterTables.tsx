/** ParameterTables: every parameter and its gradient, as far as it has been added up, as matrices. */
import { memo } from 'react'
import { shapeOf } from '../../engine/memory'
import type { Trace } from '../../engine/run'
import type { GraphNode } from '../../engine/unfold'
import { tableWords } from '../../i18n/table'
import { toVisible } from '../../notation/names'
import type { Scale, Scales } from '../../notation/scales'
import { type Arrived, arrivedGradient, arrivedValue } from '../../store/progress'
import { labelsOf } from '../../store/table'
import { MathName } from '../MathName'
import { MatrixThumb } from '../MatrixThumb'
import { useNames, useUnfold, useValue, useWords } from '../useUnfold'
import { NumberCell } from './NumberCell'
import type { Shown } from './RunTable'
import { moveAmongCells } from './moveAmongCells'

/** A sum of more numbers is shown once it is complete: adding it up anew at each step would take too long. */
const mostAdded = 3e5

/** A larger matrix is drawn as a picture. */
const [mostRows, mostColumns] = [16, 12]

export const ParameterTables = ({ trace, scales, done, step }: Shown) => {
  const unfold = useUnfold()
  const words = useWords(tableWords)
  const network = useValue(({ document }) => document.network)
  const selection = useValue((state) => state.selection)
  const { progress } = unfold.derived.planOf(network)
  const complete: Arrived = { count: 1, all: 1 }
  return (
    <section className="run-parameters">
      <h2>{words.parameters}</h2>
      {trace.graph.nodes
        .filter(({ kind }) => kind === 'parameter')
        .map((node) => {
          const isRecent = step?.nodes.includes(node.id) ?? false
          const common = { trace, scales, node, isSelected: selection === node.key }
          const { count, all } = progress.gradient(node, done)
          return (
            <div key={node.key} className="run-pair">
              <Matrix {...common} isGradient={false} isRecent={false} {...complete} />
              {node.carries && <Matrix {...common} isGradient {...{ isRecent, count, all }} />}
            </div>
          )
        })}
    </section>
  )
}

interface Props extends Arrived {
  readonly trace: Trace
  readonly scales: Scales
  readonly node: GraphNode
  readonly isGradient: boolean
  readonly isSelected: boolean
  readonly isRecent: boolean
}

const Matrix = memo((props: Props) => {
  const { trace, scales, node, isGradient, count, all } = props
  const words = useWords(tableWords)
  const names = useNames(trace.graph.cell)
  const [rows, columns = 1] = shapeOf(trace.architecture, node) as [number, number?]
  const isAwaited = count < all && count * rows * columns > mostAdded
  const numbers = isAwaited
    ? null
    : isGradient
      ? arrivedGradient(trace, node, { count, all })
      : arrivedValue(trace, node, { count, all })
  const scale = isGradient ? scales.gradientScale(node) : scales.valueScale(node)
  const name = names.spokenReading({ node, isGradient })
  const caption = (
    <>
      <MathName names={names} node={node} isGradient={isGradient} />{' '}
      <span className="label">
        {isGradient ? words.sum(count, all) : words.value}
        {isAwaited && ` · ${words.awaited}`}
      </span>
    </>
  )
  const isLarge = rows > mostRows || columns > mostColumns
  return isLarge ? (
    <figure>
      <figcaption>{caption}</figcaption>
      <MatrixThumb
        {...{ rows, columns, scale }}
        isReady={numbers !== null}
        read={() => numbers!}
        source={trace}
        name={`${name} ${count}`}
        label={name}
        size={220}
      />
      <p className="note">{words.large(rows, columns)}</p>
    </figure>
  ) : (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="run-scroll" onKeyDown={(event) => moveAmongCells(event)}>
      <Cells {...props} {...{ rows, columns, numbers, scale, caption }} />
    </div>
  )
})
Matrix.displayName = 'Matrix'

interface CellsProps extends Props {
  readonly rows: number
  readonly columns: number
  readonly numbers: Float64Array | null
  readonly scale: Scale
  readonly caption: React.ReactNode
}

const Cells = (props: CellsProps) => {
  const {
    node,
    isGradient,
    isSelected,
    isRecent,
    rows,
    columns,
    numbers,
    scale,
    caption,
    count,
    all,
  } = props
  const words = useWords(tableWords)
  const network = useValue(({ document }) => document.network)
  const isMatrix = node.of.dimensions.length > 1
  const headOf = (axis: 0 | 1, i: number) => {
    const label = labelsOf(network, node, axis)?.[i]
    return (
      <>
        <span className="index">[{i}]</span>
        {label !== undefined && <span className="label">{toVisible(label)}</span>}
      </>
    )
  }
  return (
    <table className="run-table">
      <caption>{caption}</caption>
      {isMatrix && (
        <thead>
          <tr>
            <th scope="col">
              <span className="off-screen">{words.row}</span>
            </th>
            {Array.from({ length: columns }, (_, j) => (
              <th key={j} scope="col">
                {headOf(1, j)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {Array.from({ length: rows }, (_, i) => (
          <tr key={i}>
            <th scope="row">{headOf(0, i)}</th>
            {Array.from({ length: columns }, (__, j) => {
              const entry = i * columns + j
              const place = {
                node,
                isGradient,
                entry,
                isSelected,
                isRecent,
                isEntrance: entry === 0,
              }
              if (!numbers) return <NumberCell key={j} kind="blank" {...place} />
              const value = numbers[entry]!
              return (
                <NumberCell
                  key={j}
                  kind="number"
                  {...place}
                  {...{ value, paint: scale(value), isPart: count < all }}
                />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
