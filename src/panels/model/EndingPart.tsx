/** EndingPart: three ways to end a sequence, each with the lengths that it implies, exact and sampled. */
import { useDeferredValue, useMemo } from 'react'
import { formulaOf } from '../../engine/explain'
import type { EndingDraw, EndingDrawn } from '../../engine/model/drawEnding'
import { type EndingKind, endingKinds, longestDrawn, mostSteps } from '../../engine/model/ending'
import { nodeAt } from '../../engine/unfold'
import { toDigits } from '../../notation/numbers'
import { texOf, texOfNode, timesBeside } from '../../notation/tex'
import { type EndingFacts, endingFactsOf } from '../../store/model/endingFacts'
import type { ChainFacts } from '../../store/model/modelFacts'
import { biasRange } from '../../store/model/modelStore'
import { Formula } from '../Formula'
import { Prose } from '../Prose'
import { useDictionary, useGap, useNames, useValue } from '../useUnfold'
import { EndingScheme } from './EndingScheme'
import { LengthChart } from './LengthChart'
import { useEndingDraw } from './useEndingDraw'
import { Part } from './Part'
import { useModel, useModelFacts, useModelStore, useModelWords } from './useModel'

/** The variables whose formulas say what an ending adds. */
const formulas: Readonly<Record<EndingKind, readonly string[]>> = {
  symbol: ['yhat'],
  stop: ['z', 'p', 'L_m'],
  length: ['a'],
}

export const EndingPart = ({ chain }: { readonly chain: ChainFacts }) => {
  const words = useModelWords().ending
  const facts = useEndingFacts(chain)
  const kind = useModel((state) => state.ending)
  const endSymbol = useEndSymbol(chain)
  const { symbols } = useModelFacts()
  const store = useModelStore()
  return (
    <Part title={words.title} isWide>
      <fieldset className="choices endings" role="radiogroup" aria-label={words.choose}>
        {endingKinds.map((id) => (
          <label key={id}>
            <input
              type="radio"
              name="ending"
              checked={kind === id}
              onChange={() => store.setState({ ending: id })}
            />
            <span>{words.kinds[id]}</span>
          </label>
        ))}
      </fieldset>
      <div className="ending-columns">
        <div>
          <p>
            <Prose>{words.about[kind]}</Prose>
          </p>
          <EndingScheme kind={kind} endSymbol={symbols[endSymbol]!} />
          {facts && <Formulas kind={kind} facts={facts} />}
          <p className="model-note">{words.unsaved}</p>
        </div>
        <div>
          <EndingControls kind={kind} endSymbol={endSymbol} />
          {facts && <Lengths kind={kind} draw={facts.draw} />}
        </div>
      </div>
    </Part>
  )
}

const useEndSymbol = (chain: ChainFacts): number => {
  const { classes } = useModelFacts()
  const chosen = useModel((state) => state.endSymbol)
  return chosen !== null && chosen < classes ? chosen : chain.y.at(-1)!
}

const useEndingFacts = (chain: ChainFacts): EndingFacts | null => {
  const { network } = useModelFacts()
  const kind = useModel((state) => state.ending)
  // While the slider moves, the chart may lag behind it.
  const bias = useDeferredValue(useModel((state) => state.endingBias))
  const seed = useModel((state) => state.seed)
  const weightSeed = useValue(({ document }) => document.seed)
  const endSymbol = useEndSymbol(chain)
  return useMemo(
    () => endingFactsOf(network, { kind, bias, endSymbol, weightSeed, seed }),
    [network, kind, bias, endSymbol, weightSeed, seed],
  )
}

const EndingControls = ({
  kind,
  endSymbol,
}: {
  readonly kind: EndingKind
  readonly endSymbol: number
}) => {
  const words = useModelWords().ending
  const { symbols } = useModelFacts()
  const store = useModelStore()
  const bias = useModel((state) => state.endingBias)
  return (
    <div className="model-controls">
      {kind === 'symbol' && (
        <label className="slider">
          {words.symbol}
          <select
            className="speed"
            value={endSymbol}
            onChange={({ target }) => store.setState({ endSymbol: Number(target.value) })}
          >
            {symbols.map((symbol, y) => (
              <option key={symbol} value={y}>
                {symbol}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="slider">
        {words.bias}
        <input
          type="range"
          {...biasRange}
          value={bias}
          onChange={({ target }) => store.setState({ endingBias: Number(target.value) })}
        />
        <output>{toDigits(bias, 3)}</output>
      </label>
    </div>
  )
}

const Formulas = ({ kind, facts }: { readonly kind: EndingKind; readonly facts: EndingFacts }) => {
  const words = useModelWords().ending
  const gap = useGap()
  const { list } = useDictionary()
  const { graph, added } = facts
  const names = useNames(graph.cell)
  const beside = timesBeside(2)
  return (
    <>
      <p>
        <Prose>
          {added.numbers > 0
            ? words.adds(
                list(added.names.map((name) => names.text(graph.byKey.get(name)!))),
                added.numbers,
              )
            : words.addsNothing}
          {kind === 'length' && gap + words.addsScores(longestDrawn)}
          {added.numbers > 0 && gap + words.weights}
        </Prose>
      </p>
      {formulas[kind].map((symbol) => {
        const node = nodeAt(graph, symbol, 2)
        const formula = node && formulaOf(node)
        if (!formula) return null
        const tex = `${texOfNode(names, node, beside)} = ${texOf(names, graph, formula, beside)}`
        return (
          <p key={symbol} className="model-formula">
            <Formula tex={tex} />
          </p>
        )
      })}
    </>
  )
}

interface LengthsProps {
  readonly kind: EndingKind
  readonly draw: EndingDraw
}

const Lengths = ({ kind, draw }: LengthsProps) => {
  const words = useModelWords().ending
  const { count } = useDictionary()
  const { found, isStale, state, cancel, again } = useEndingDraw(draw)
  // Of another ending or network nothing is kept on the screen.
  const shown =
    found && found.draw.kind === kind && found.draw.network === draw.network ? found : null
  const done = shown && !isStale ? shown.drawn.done : 0
  return (
    <>
      <h3>{words.lengths}</h3>
      <div className="model-controls ending-progress">
        <progress value={done} max={draw.samples} aria-label={words.lengths} />
        <span>{words.progress(count(done), count(draw.samples))}</span>
        {state === 'running' && (
          <button type="button" className="outlined" onClick={cancel}>
            {words.cancel}
          </button>
        )}
        {(state === 'cancelled' || state === 'failed') && (
          <button type="button" className="outlined" onClick={again}>
            {words.again}
          </button>
        )}
        {state === 'failed' && <span className="warning">{words.failed}</span>}
      </div>
      <div
        className={isStale ? 'ending-drawn stale' : 'ending-drawn'}
        aria-busy={state === 'running'}
      >
        {isStale && shown && <p className="off-screen">{words.stale}</p>}
        {shown && <Drawn kind={kind} drawn={shown.drawn} />}
      </div>
    </>
  )
}

const Drawn = ({ kind, drawn }: { readonly kind: EndingKind; readonly drawn: EndingDrawn }) => {
  const words = useModelWords().ending
  const gap = useGap()
  const { percent } = useDictionary()
  const { symbols } = useModelFacts()
  const { exact, counts, done, steps, cut, first } = drawn
  return (
    <>
      <LengthChart
        exact={[...exact]}
        sampled={done > 0 ? Array.from(counts, (n) => n / done) : null}
        samples={done}
      />
      <p className="model-note">
        {kind === 'length' ? words.lengthNote : words.exactNote(exact.length)}
        {done > 0 && gap + words.mean(toDigits(steps / done, 3))}
        {cut > 0 && gap + words.cut(mostSteps, percent(cut / done))}
      </p>
      <h3>{words.examples}</h3>
      <ol className="samples">
        {first.map(({ y, hasEnded }, i) => (
          <li key={i}>
            <span className="symbol">
              {y
                .slice(0, 14)
                .map((symbol) => symbols[symbol])
                .join(' ')}
              {y.length > 14 || !hasEnded ? ' …' : ''}
            </span>
            <span className="soft"> {y.length}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
