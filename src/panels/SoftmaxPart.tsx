/** SoftmaxPart: from scores to probabilities and to the loss, by the way that is really taken, and back through the Jacobian. */
import { valueOf } from '../engine/run'
import { softmaxWords } from '../i18n/softmax'
import { type SoftmaxPlace, openLoss, openSoftmax } from '../engine/softmax'
import { toTensor } from '../engine/tensor'
import { toVisible } from '../notation/names'
import { toColumnText, toDigits } from '../notation/numbers'
import { outputSymbols } from '../store/document'
import { storyOf } from '../store/unfold'
import { EntryName } from './EntryButton'
import { NumberGrid } from './NumberGrid'
import type { Sight } from './NumericTerm'
import { useSight } from './useSight'
import { useUnfold, useWords } from './useUnfold'

interface Props {
  readonly place: SoftmaxPlace
  /** Is the way back open yet: are gradients computed? */
  readonly isBack: boolean
}

/** Classes that are listed; of more, the wanted one and the largest. */
const mostRows = 12
const mostJacobian = 8

export const SoftmaxPart = ({ place, isBack }: Props) => {
  const sight = useSight()
  const words = useWords(softmaxWords)
  const { logits, target } = place
  const z = valueOf(sight.trace, logits)
  const softmax = openSoftmax(z)
  return (
    <div className="softmax">
      <p className="note">
        {words.softmaxNote(toDigits(softmax.top, 4), toDigits(softmax.total, 5))}
      </p>
      <Scores place={place} softmax={softmax} z={z} sight={sight} />
      {target === null ? (
        <p className="note">{words.noTarget}</p>
      ) : (
        <Loss place={place} target={target} softmax={softmax} z={z} sight={sight} />
      )}
      <h4>{words.jacobian}</h4>
      <p className="note">{words.jacobianNote}</p>
      {z.length <= mostJacobian ? (
        <Jacobian softmax={softmax} sight={sight} />
      ) : (
        <NumberGrid
          {...still}
          tensor={softmax.jacobian}
          scale={sight.scales.legend.value}
          label={words.jacobian}
        />
      )}
      {isBack && target !== null && (
        <Collapse target={target} softmax={softmax} z={z} sight={sight} />
      )}
    </div>
  )
}

/** A grid that only shows. */
const still = {
  isTransposed: false,
  isPrecise: true,
  symbol: null,
  chosen: null,
  onChoose: null,
  nameOf: null,
} as const

interface PartProps {
  readonly softmax: ReturnType<typeof openSoftmax>
  readonly z: Float64Array
  readonly sight: Sight
}

const useSymbols = (): readonly string[] =>
  outputSymbols(storyOf(useUnfold()).network).map(toVisible)

const shownClasses = (z: Float64Array, target: number | null): readonly number[] => {
  const all = [...z.keys()]
  if (all.length <= mostRows) return all
  const largest = all.toSorted((i, j) => z[j]! - z[i]!).slice(0, mostRows)
  return [...new Set([...(target === null ? [] : [target]), ...largest])].toSorted((i, j) => i - j)
}

const Scores = ({ place, softmax, z, sight }: PartProps & { readonly place: SoftmaxPlace }) => {
  const words = useWords(softmaxWords)
  const symbols = useSymbols()
  const { target, probabilities } = place
  const scale = probabilities ? sight.scales.valueScale(probabilities) : sight.scales.legend.value
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{words.classColumn}</th>
          <th scope="col">{words.score}</th>
          <th scope="col">{words.shifted}</th>
          <th scope="col">exp</th>
          <th scope="col">{words.probability}</th>
        </tr>
      </thead>
      <tbody>
        {shownClasses(z, target).map((i) => {
          const { fill, ink } = scale(softmax.probabilities[i]!)
          return (
            <tr key={i} className={i === target ? 'wanted' : undefined}>
              <th scope="row">{symbols[i]}</th>
              <td>{toColumnText(z[i]!)}</td>
              <td>{toColumnText(softmax.shifted[i]!)}</td>
              <td>{toColumnText(softmax.powers[i]!)}</td>
              <td>
                <span className="chip" style={{ background: fill, color: ink }}>
                  {toColumnText(softmax.probabilities[i]!)}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface TargetProps extends PartProps {
  readonly target: number
}

const Loss = ({
  place,
  target,
  softmax,
  z,
  sight,
}: TargetProps & { readonly place: SoftmaxPlace }) => {
  const words = useWords(softmaxWords)
  const symbols = useSymbols()
  const { loss } = openLoss(z, softmax, target)
  const digits = (value: number) => toDigits(value, 5)
  return (
    <>
      <p className="note">{words.lossNote}</p>
      <p className="worked">
        {place.loss && (
          <>
            <EntryName reading={{ node: place.loss, isGradient: false }} entry={0} sight={sight} />{' '}
            ={' '}
          </>
        )}
        {digits(softmax.top)} + log {digits(softmax.total)} − {bracketed(z[target]!, digits)} ={' '}
        <strong>{digits(loss)}</strong> = −log {digits(softmax.probabilities[target]!)}{' '}
        <span className="note">({symbols[target]})</span>
      </p>
    </>
  )
}

const bracketed = (value: number, write: (value: number) => string): string =>
  value < 0 ? `(${write(value)})` : write(value)

const Jacobian = ({ softmax, sight }: Omit<PartProps, 'z'>) => {
  const words = useWords(softmaxWords)
  const symbols = useSymbols()
  const { data, shape } = softmax.jacobian
  const n = shape[0]!
  return (
    <div className="scrolled">
      <table className="numbers grid-table" aria-label={words.jacobian}>
        <thead>
          <tr>
            <th scope="col">i, j</th>
            {symbols.map((symbol, j) => (
              <th key={j} scope="col">
                {symbol}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {symbols.map((symbol, i) => (
            <tr key={i}>
              <th scope="row">{symbol}</th>
              {Array.from({ length: n }, (_, j) => {
                const { fill, ink } = sight.scales.legend.value(data[i * n + j]!)
                return (
                  <td key={j} style={{ background: fill, color: ink }}>
                    {toDigits(data[i * n + j]!, 2)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Collapse = ({ target, softmax, z, sight }: TargetProps) => {
  const words = useWords(softmaxWords)
  const symbols = useSymbols()
  const { byProbability, error } = openLoss(z, softmax, target)
  const slope = byProbability[target]!
  const n = z.length
  const row = softmax.jacobian.data.subarray(target * n, (target + 1) * n)
  const oneHot = error.map((_, i) => (i === target ? 1 : 0))
  const scale = sight.scales.legend.gradient
  const column = (numbers: Float64Array, label: string, sign: string) => (
    <div className="collapse-column">
      <span className="sign">{sign}</span>
      <figure>
        <NumberGrid {...still} tensor={toTensor([n], numbers)} scale={scale} label={label} />
        <figcaption>{label}</figcaption>
      </figure>
    </div>
  )
  return (
    <>
      <h4>{words.collapse}</h4>
      <p className="note">{words.collapseNote(symbols[target]!, toDigits(slope, 4))}</p>
      <div className="collapse">
        {column(
          row.map((value) => value * slope),
          words.rowTimes(symbols[target]!),
          '',
        )}
        {column(softmax.probabilities, 'ŷ', '=')}
        {column(oneHot, words.oneHot, '−')}
        {column(error, words.error, '=')}
      </div>
    </>
  )
}
