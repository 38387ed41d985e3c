/** CutNotice: as long as a gradient is held back: which, what that changes in what is shown, and the way out. */
import { compare } from '../engine/check'
import { gradientOf } from '../engine/run'
import type { GraphNode } from '../engine/unfold'
import { toIndexText } from '../notation/names'
import { shapeOf } from '../engine/memory'
import { toDigits } from '../notation/numbers'
import { cutWords } from '../i18n/cuts'
import { restoreCuts } from '../store/actions/explain'
import { storyOf } from '../store/unfold'
import { Prose } from './Prose'
import { useCutNames } from './useCutNames'
import { useGap, useUnfold, useValue, useWords } from './useUnfold'

/** `done`: contributions that are done; null: say only what is cut. */
export const CutNotice = ({ done }: { readonly done: number | null }) => {
  const unfold = useUnfold()
  const words = useWords(cutWords)
  const nameOfCuts = useCutNames()
  useValue(({ cuts }) => cuts)
  useValue(({ document }) => document)
  const { trace, schedule } = storyOf(unfold)
  const { graph, cuts } = trace
  if (cuts.size === 0) return null
  const edges = [...cuts].map((id) => graph.edges[id]!)
  return (
    <div className="cut-notice">
      <p>
        <strong>
          <Prose>{words.cutNotice(nameOfCuts(edges))}</Prose>
        </strong>
      </p>
      {done !== null &&
        [...new Set(edges.map(({ from }) => from))]
          .filter((id) => schedule.gradientReady[id]! <= done)
          .map((id) => <Verdict key={id} node={graph.nodes[id]!} />)}
      <button type="button" className="small" onClick={() => restoreCuts(unfold)}>
        {words.restoreAll}
      </button>
    </div>
  )
}

/** The entry that is furthest off, beside its finite difference. */
const Verdict = ({ node }: { readonly node: GraphNode }) => {
  const unfold = useUnfold()
  const gap = useGap()
  const words = useWords(cutWords)
  const { trace, network, names } = storyOf(unfold)
  const { runner } = unfold.derived.planOf(network)
  const [shown, right] = [trace, unfold.derived.traceOf(network)].map((one) =>
    gradientOf(one, node)!,
  )
  const off = shown!.map((value, i) => Math.abs(value - right![i]!))
  const entry = off.indexOf(Math.max(...off))
  const { gradient, difference } = compare(runner, network, trace, node, entry)
  const place = toIndexText(shapeOf(trace.architecture, node), entry)
  const name = `${names.reading({ node, isGradient: true })}${place}`
  return (
    <p>
      <Prose>
        {off[entry] === 0
          ? words.unchanged(name)
          : `${words.without(name, toDigits(gradient, 5), toDigits(difference, 5))}${gap}${words.apart(toDigits(Math.abs(gradient - difference), 4))}`}
      </Prose>
    </p>
  )
}
