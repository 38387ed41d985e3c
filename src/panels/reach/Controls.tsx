/** Controls: what is tried out, what came of it in one sentence, and the way to make it the network's own. */
import { type Activation, type Network, activations } from '../../engine/network'
import { recurrentMatrices } from '../../engine/reach/jacobian'
import { reachWords } from '../../i18n/reach'
import { toDigits } from '../../notation/numbers'
import { openText } from '../../store/actions/files'
import { applyTrial } from '../../store/actions/reach'
import { type Reach, type Trial, isApart, trialOf } from '../../store/reach'
import {
  type ReachExampleId,
  loadReachExample,
  reachExampleIds,
  reachExampleTitle,
} from '../../store/reachExamples'
import { Prose } from '../Prose'
import { useDictionary, useGap, useNames, useUnfold, useValue, useWords } from '../useUnfold'
import { Subscripts } from './Subscripts'
import type { ShownReach } from './useReach'

interface Props {
  readonly shown: ShownReach
  readonly trial: Trial
  readonly onTrial: (trial: Trial) => void
  readonly isTrial: boolean
}

/** The slider's ends, as powers of ten: a tenth, and ten times the matrix. */
const scaleEnds = { min: -1, max: 1, step: 0.01 } as const

export const Controls = ({ shown, trial, onTrial, isTrial }: Props) => {
  const unfold = useUnfold()
  const words = useWords(reachWords)
  const { functions } = useDictionary()
  const network = useValue(({ document }) => document.network)
  const { graph } = useUnfold().derived.planOf(network).runner
  const written = useNames(graph.cell)
  const names = recurrentMatrices(graph)
    .map(({ name }) => written.text(graph.byKey.get(name)!))
    .join(', ')
  return (
    <section className="reach-controls" aria-label={words.controls}>
      <div className="reach-inputs">
        {names && (
          <label className="reach-field">
            <span>{words.scale(names)}</span>
            <input
              type="range"
              {...scaleEnds}
              value={Math.log10(trial.scale)}
              aria-valuetext={`× ${trial.scale.toFixed(2)}`}
              onChange={({ target }) => onTrial({ ...trial, scale: scaleAt(Number(target.value)) })}
            />
            <output>× {trial.scale.toFixed(2)}</output>
          </label>
        )}
        <label className="reach-field">
          <span>{words.nonlinearity}</span>
          <select
            value={trial.activation}
            onChange={({ target }) => onTrial({ ...trial, activation: target.value as Activation })}
          >
            {activations.map((name) => (
              <option key={name} value={name}>
                {functions[name]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="solid"
          disabled={!isTrial}
          onClick={() => {
            if (applyTrial(unfold, trial)) onTrial(trialOf(network))
          }}
        >
          {words.apply}
        </button>
        <button
          type="button"
          className="quiet"
          disabled={!isTrial}
          onClick={() => onTrial(trialOf(network))}
        >
          {words.reset}
        </button>
        <ExampleField />
      </div>
      {shown.reach && <Summary reach={shown.reach} shown={shown} isTrial={isTrial} />}
    </section>
  )
}

/** Two digits are shown, and no more are used: what is applied is what was read. */
const scaleAt = (power: number): number => Number((10 ** power).toFixed(2))

/** Which example a network is, until it is edited; undone, it is again. */
const examples = new WeakMap<Network, ReachExampleId>()

const ExampleField = () => {
  const unfold = useUnfold()
  const words = useWords(reachWords)
  const network = useValue(({ document }) => document.network)
  const open = async (id: ReachExampleId) => {
    const text = await loadReachExample(id)
    if (openText(unfold, text, reachExampleTitle(id)))
      examples.set(unfold.store.getState().document.network, id)
  }
  return (
    <label className="reach-field">
      <span>{words.example}</span>
      <select
        value={examples.get(network) ?? ''}
        onChange={({ target }) => void open(target.value as ReachExampleId)}
      >
        <option value="" disabled>
          {words.exampleChoose}
        </option>
        {reachExampleIds.map((id) => (
          <option key={id} value={id}>
            {words.examples[id]}
          </option>
        ))}
      </select>
    </label>
  )
}

interface SummaryProps extends Pick<Props, 'shown' | 'isTrial'> {
  readonly reach: Reach
}

const Summary = ({ reach, shown, isTrial }: SummaryProps) => {
  const words = useWords(reachWords)
  const gap = useGap()
  const { functions } = useDictionary()
  const { steps, matrices, triangle } = reach
  const { targets } = useValue(({ document }) => document.network.sequence)
  const isJoined = targets.filter((target) => target !== null).length > 1
  const names = useNames(reach.trace.graph.cell)
  const alive = steps.filter(({ norm }) => norm !== null && norm > 0)
  const [first, last] = [steps[0]!, alive.at(-1)]
  const ratio = last ? (first.norm ?? 0) / last.norm! : 0
  const areApart = isApart(steps)
  const way = !last
    ? 'none'
    : areApart
      ? 'apart'
      : ratio < 0.95
        ? 'shrinks'
        : ratio > 1.05
          ? 'grows'
          : 'keeps'
  const back = (last?.t ?? 0) - first.t
  const extreme = extremeOf(alive, way === 'grows')
  const slopes = steps.flatMap((step) => Array.from(step.slopes ?? []))
  const [matrix] = matrices
  const peak = peakOf(alive)
  return (
    <div className="reach-summary" role="status">
      <strong>
        <Prose>
          {words.summary({
            ...{ state: names.letter(triangle.states[0]!), way },
            ...{ from: last?.t ?? 0, to: first.t, ratio: toDigits(ratio, 3) },
            isCut: reach.trace.cuts.size > 0,
          })}
        </Prose>
      </strong>
      {shown.stale ? (
        <strong className="reach-computing">
          {(shown.isComputing ? words.stale : words.staleFailed)(
            shown.stale.scale.toFixed(2),
            functions[shown.stale.activation],
          )}
        </strong>
      ) : isTrial ? (
        <em>{words.trial}</em>
      ) : (
        <small>{words.finished}</small>
      )}
      <p>
        {/* An average hides the one step that takes most. */}
        {extreme &&
          !areApart &&
          back > 1 &&
          ratio > 0 &&
          words.factorsOfSteps({
            ...{ each: toDigits(ratio ** (1 / back), 3), extreme: toDigits(extreme.factor, 3) },
            ...{ most: way === 'grows' ? 'largest' : 'smallest', t: extreme.t },
          }) + gap}
        {peak && !areApart && words.peak(toDigits(peak.norm! / last!.norm!, 3), peak.t)}
      </p>
      {matrix && !areApart && (
        <p>
          <Subscripts
            text={words.perStep({
              name: names.text(matrix.node),
              largest: toDigits(matrix.largest, 3),
              radius: matrix.radius === null ? null : toDigits(matrix.radius, 3),
              slope:
                slopes.length > 0
                  ? { mean: toDigits(meanOf(slopes), 3), most: toDigits(Math.max(...slopes), 3) }
                  : null,
            })}
          />
          {isJoined && gap + words.joining}
        </p>
      )}
    </div>
  )
}

/** What one step back multiplies the gradient's length by, at the step where that is most, or least. */
const extremeOf = (steps: Reach['steps'], isMost: boolean) =>
  steps.reduce<{ readonly factor: number; readonly t: number } | null>((found, { norm, t }, i) => {
    const before = steps[i - 1]
    if (!before || before.t !== t - 1) return found
    const factor = before.norm! / norm!
    return found && factor > found.factor !== isMost ? found : { factor, t }
  }, null)

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** The step at which a gradient is longest, if it is much longer there than at either end. */
const peakOf = (steps: Reach['steps']): Reach['steps'][number] | null => {
  const longest = steps.reduce<Reach['steps'][number] | null>(
    (most, step) => (!most || step.norm! > most.norm! ? step : most),
    null,
  )
  const [first, last] = [steps[0], steps.at(-1)]
  const isPeak = longest && longest.norm! > 2 * Math.max(first!.norm!, last!.norm!)
  return isPeak ? longest : null
}
