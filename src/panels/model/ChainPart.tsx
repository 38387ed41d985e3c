/** ChainPart: the factors of the probability of the sequence on the screen, and that their product is exp(−L). */
import { toDigits } from '../../notation/numbers'
import { Formula } from '../Formula'
import { type ChainFacts, mostShown } from '../../store/model/modelFacts'
import { shownProducts } from '../../store/model/shownProducts'
import { Prose } from '../Prose'
import { useDictionary, useGap, useUnfold, useValue } from '../useUnfold'
import { Part, Timed } from './Part'
import { useModelFacts, useModelWords } from './useModel'

export const ChainPart = ({
  chain,
  t,
}: {
  readonly chain: ChainFacts
  readonly t: number | null
}) => {
  const words = useModelWords().chain
  const gap = useGap()
  const { list } = useDictionary()
  const { derived } = useUnfold()
  const network = useValue(({ document }) => document.network)
  // It may run another way on the graph: with what it has put out itself.
  const isShown = derived.runningOf(network).architecture.feedback === network.architecture.feedback
  const { factors, loss, filled, isRun, reading } = chain
  const equal = filled.length > 0 ? words.equalFilled : words.equal
  return (
    <Part title={words.title}>
      <p className="model-formula">
        <Formula tex="P(y^{(1)},\dots,y^{(\tau)}) = \prod_t P(y^{(t)} \mid y^{(1)},\dots,y^{(t-1)})" />
      </p>
      <p>
        <Prose>
          {words.lead}
          {gap + (isRun && isShown ? words.isRun : words.isOther)}
          {reading.inputs === null && gap + words.besides}
          {filled.length > 0 && gap + words.filled(list(shortened(filled.map(String))))}
        </Prose>
      </p>
      <div className="model-scroll">
        <Factors chain={chain} t={t} />
      </div>
      {factors.length > mostShown && <p>{words.rest(factors.length - mostShown)}</p>}
      {/* The graph beside counts no step without a target: its exp(−L) is another number. */}
      <p className="model-result">
        <Prose>{equal(...shownProducts(factors, loss))}</Prose>
      </p>
    </Part>
  )
}

/** A long list shows its first entries and its last. */
const shortened = (all: readonly string[]) =>
  all.length > 8 ? [...all.slice(0, 6), '…', all.at(-1)!] : all

const Factors = ({
  chain,
  t: current,
}: {
  readonly chain: ChainFacts
  readonly t: number | null
}) => {
  const words = useModelWords().chain
  const { symbols } = useModelFacts()
  const { y, factors, reads } = chain
  const products = productsOf(factors.slice(0, mostShown))
  return (
    <table className="factors">
      <caption className="off-screen">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">t</th>
          <th scope="col">{words.reads}</th>
          <th scope="col">
            <Timed letter="y" t="t" />
          </th>
          <th scope="col">{words.factor}</th>
          <th scope="col" aria-hidden="true" />
          <th scope="col">{words.product}</th>
        </tr>
      </thead>
      <tbody>
        {factors.slice(0, mostShown).map((factor, i) => (
          <tr key={i} className={i + 1 === current ? 'current' : undefined}>
            <th scope="row">{i + 1}</th>
            <td>
              <span className="symbol">{reads[i] ?? '·'}</span>
              {i === 0 && <span className="soft"> {words.start}</span>}
            </td>
            <td>
              <span className="symbol">{symbols[y[i]!]}</span>
            </td>
            <td className="number">{toDigits(factor, 4)}</td>
            <td aria-hidden="true">
              <Bar share={factor} />
            </td>
            <td className="number">{toDigits(products[i]!, 4)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The product of the first i + 1 factors, at each i. */
const productsOf = (factors: readonly number[]): readonly number[] =>
  factors.map((_, i) => factors.slice(0, i + 1).reduce((product, factor) => product * factor, 1))

/** A length in [0, 1]. */
export const Bar = ({ share }: { readonly share: number }) => (
  <svg className="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect className="whole" width="100" height="10" />
    <rect className="part" width={100 * Math.min(1, Math.max(0, share))} height="10" />
  </svg>
)
