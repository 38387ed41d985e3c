/** Ledger: the shared parameters: what each time step adds to their gradients, and the sum once all have. */
import { summandsOfGradient } from '../engine/explain'
import { shapeOf } from '../engine/memory'
import { contributionOf, gradientOf } from '../engine/run'
import type { GraphNode } from '../engine/unfold'
import { texOfNode } from '../notation/tex'
import { select } from '../store/actions/view'
import { storyOf } from '../store/unfold'
import { Formula } from './Formula'
import { MatrixThumb } from './MatrixThumb'
import { useDictionary, useUnfold, useValue } from './useUnfold'

/** Up to this many steps have a cell each; of more, the present step and the sum. */
const mostCells = 6

/** The longest side of a matrix, in pixels. */
const thumbSize = 34

interface Props {
  readonly done: number
  /** The step under the playhead. */
  readonly t: number
}

export const Ledger = ({ done, t }: Props) => {
  const { inspector } = useDictionary()
  const { graph } = storyOf(useUnfold()).trace
  const parameters = graph.nodes.filter(({ kind }) => kind === 'parameter')
  return (
    <section className="ledger">
      <h3>{inspector.shared}</h3>
      <table>
        <tbody>
          {parameters.map((node) => (
            <Row key={node.key} node={node} done={done} t={t} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Row = ({ node, done, t }: Props & { readonly node: GraphNode }) => {
  const unfold = useUnfold()
  const { inspector, stage } = useDictionary()
  const network = useValue(({ document }) => document.network)
  const theme = useValue((state) => state.theme)
  const { trace, schedule } = storyOf(unfold)
  const { graph } = trace
  const scale = unfold.derived.scalesOf(network, theme).gradientScale(node)
  const [rows, columns = 1] = shapeOf(trace.architecture, node) as [number, number?]
  const uses = summandsOfGradient(graph, node).toReversed()
  const shown = uses.length <= mostCells ? uses : uses.filter(({ at }) => at.t === t)
  const { progress } = unfold.derived.planOf(network)
  const isComplete = schedule.gradientReady[node.id]! <= done
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="plain"
          aria-label={stage.symbol(node.key, `${rows} × ${columns}`)}
          onClick={() => select(unfold, node.key)}
        >
          <Formula tex={texOfNode(graph.cell, node)} />
        </button>
      </th>
      <td>
        <div className="shares">
          {shown.map(({ edge, at }, i) => (
            <span key={i} className="share">
              {i > 0 && <span className="sign">+</span>}
              <MatrixThumb
                rows={rows}
                columns={columns}
                isReady={progress.hasActed('backward', edge, done)}
                read={() => contributionOf(trace, graph.edges[edge]!)!}
                source={trace}
                name={String(edge)}
                scale={scale}
                label={inspector.sharedLegend(at.t ?? graph.tau)}
                size={thumbSize}
              />
            </span>
          ))}
          <span className="sign">{shown.length < uses.length ? '…' : '='}</span>
          <MatrixThumb
            rows={rows}
            columns={columns}
            isReady={isComplete}
            read={() => gradientOf(trace, node)!}
            source={trace}
            name={node.key}
            scale={scale}
            label={inspector.total}
            size={thumbSize}
          />
        </div>
      </td>
    </tr>
  )
}
