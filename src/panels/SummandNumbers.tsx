/** SummandNumbers: one summand of a gradient: what it comes to, and the numbers that it is made of. */
import type { Summand } from '../engine/inline'
import { evaluateTerm } from '../engine/term'
import type { GraphNode } from '../engine/unfold'
import { NumberGrid } from './NumberGrid'
import type { Sight } from './NumericTerm'
import { PluggedTerm } from './PluggedTerm'

interface Props {
  readonly node: GraphNode
  readonly summand: Summand
  readonly sight: Sight
}

export const SummandNumbers = ({ node, summand: { term }, sight }: Props) => {
  const tensor = evaluateTerm(sight.trace, term)
  return (
    <div className="plugged one">
      <NumberGrid
        tensor={tensor}
        isTransposed={false}
        isPrecise={tensor.shape.length < 2}
        scale={sight.scales.gradientScale(node)}
        label={sight.nameOf({ node, isGradient: true })}
        symbol={null}
      />
      <span className="sign">=</span>
      <PluggedTerm term={term} sight={sight} isSummand={false} />
    </div>
  )
}
