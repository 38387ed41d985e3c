/** SumSoFar: the sum of what has arrived at a parameter, and how much that is of all. */
import type { Trace } from '../../engine/run'
import type { GraphNode } from '../../engine/unfold'
import type { Scale } from '../../notation/scales'
import { selectHalf } from '../../store/actions/view'
import { type Arrived, arrivedGradient } from '../../store/progress'
import { MatrixThumb } from '../MatrixThumb'
import { useDictionary, useNames, useUnfold } from '../useUnfold'
import { thumbSize } from './Share'

/** A sum of more numbers is shown once it is complete: adding it up anew at each step would take too long. */
const mostAdded = 3e5

interface Props {
  readonly trace: Trace
  readonly node: GraphNode
  readonly arrived: Arrived
  readonly rows: number
  readonly columns: number
  readonly scale: Scale
}

export const SumSoFar = ({ trace, node, arrived, rows, columns, scale }: Props) => {
  const unfold = useUnfold()
  const { ledger } = useDictionary()
  const { count, all } = arrived
  const isShown = count === all || (count > 0 && count * rows * columns <= mostAdded)
  const name = useNames(trace.graph.cell).spoken(node)
  const label = count === all ? ledger.total(name) : ledger.soFar(name, count, all)
  return (
    // What is pressed for the whole sum is the parameter itself.
    <button
      type="button"
      tabIndex={-1}
      className="plain sum-so-far"
      aria-label={label}
      title={label}
      onClick={() => selectHalf(unfold, node.key, 'backward')}
    >
      <MatrixThumb
        {...{ rows, columns, scale, label: null }}
        isReady={isShown && all > 0}
        read={() => arrivedGradient(trace, node, arrived)!}
        source={trace}
        name={`${node.key} ${count}`}
        size={thumbSize}
      />
      {all > 0 && count < all && count > 0 && <small>{`${count}/${all}`}</small>}
    </button>
  )
}
