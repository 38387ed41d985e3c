/** MathName: a variable's name as the stage writes it; light enough to change at every step. */
import type { Cell } from '../engine/cells/cell'
import type { GraphNode } from '../engine/unfold'
import { hueOf, toWrittenName } from '../notation/names'

interface Props {
  readonly cell: Cell
  readonly node: GraphNode
  readonly isGradient: boolean
}

export const MathName = ({ cell, node, isGradient }: Props) => {
  const { letter, time } = toWrittenName(node)
  const hue = hueOf(cell, node.of.name)
  return (
    <span className="math-name">
      {isGradient && '∇'}
      <i className={hue === null ? undefined : `hue-${hue}`}>{letter}</i>
      {time && <sup>{time}</sup>}
    </span>
  )
}
