/** ValuePart: how a value was made: formula, shapes, numbers. */
import { Suspense, lazy } from 'react'
import { formulaOf } from '../engine/explain'
import { valueSummands } from '../engine/inline'
import { shapeOf } from '../engine/memory'
import { valueOf } from '../engine/run'
import { toTensor } from '../engine/tensor'
import { texOf, texOfNode, timesBeside, timesByNumber } from '../notation/tex'
import { arrivedValue } from '../store/progress'
import { storyOf } from '../store/unfold'
import { Equation } from './Equation'
import { EquationFrame } from './EquationFrame'
import { OwnNumbers, Terms } from './Terms'
import type { ValueProps } from './valueProps'
import { useSight } from './useSight'
import { useDictionary, useNames, useNetwork, useUnfold, useValue } from './useUnfold'

// With what else comes at the first press.
const NotYet = lazy(async () => ({ default: (await import('./GradientPart')).NotYet }))

export const ValuePart = (props: ValueProps) => (
  <section className="part value">
    {props.isBrief ? <Brief {...props} /> : <Full {...props} />}
  </section>
)

const Brief = ({ node, origin }: Pick<ValueProps, 'node' | 'origin'>) => {
  const { graph } = storyOf(useUnfold()).trace
  const names = useNames(graph.cell)
  const bound = formulaOf(node)
  const timeName = origin === null ? timesByNumber : timesBeside(origin)
  return bound ? (
    <Equation
      tex={`${texOfNode(names, node, timeName)} = ${texOf(names, graph, bound, timeName)}`}
      number={node.of.equations.forward}
    />
  ) : null
}

const Full = ({ node, done, isSelected, children }: ValueProps) => {
  const unfold = useUnfold()
  const { inspector, explain } = useDictionary()
  const sight = useSight()
  const network = useNetwork()
  const hasNumbers = useValue(({ explaining }) => explaining.hasNumbers) ?? isSelected
  const { trace } = sight
  const { graph } = trace
  const arrived = unfold.derived.planOf(network).progress.value(node, done)
  const isReady = arrived.count > 0
  const summands = valueSummands(graph, node)
  if (node.kind !== 'computed')
    return (
      <>
        <p className="note">{inspector.given}</p>
        <div className="alone">
          <OwnNumbers
            node={node}
            isGradient={false}
            tensor={toTensor(shapeOf(trace.architecture, node), valueOf(trace, node))}
            scale={sight.scales.valueScale(node)}
            sight={sight}
          />
        </div>
        {children}
      </>
    )
  return (
    <>
      <EquationFrame number={node.of.equations.forward} forms={null} hasNumbers={hasNumbers}>
        <Terms
          phase="forward"
          node={node}
          tex={texOfNode(sight.names, node)}
          summands={summands}
          count={arrived.count}
          numbers={isReady ? arrivedValue(trace, node, arrived) : null}
          sight={sight}
          hasNumbers={hasNumbers && isReady}
          cuts={noCuts}
        />
      </EquationFrame>
      {children}
      {isReady ? (
        <p className="hint">{explain.hint}</p>
      ) : (
        <Suspense>
          <NotYet node={node} isGradient={false} />
        </Suspense>
      )}
    </>
  )
}

const noCuts: ReadonlySet<number> = new Set()
