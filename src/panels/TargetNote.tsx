/** TargetNote: under the texts, as long as one types: which steps have no target, what gives them one, and what is too much. */
import { targetWords } from '../i18n/targets'
import { toVisible } from '../notation/names'
import { setTarget } from '../store/actions/edit'
import { outputSymbols, silencedTargets, symbolsRead, symbolsWanted } from '../store/document'
import { joinSymbols, noTarget, splitSymbols } from '../store/symbols'
import { onlyTouch, useMedia } from './useMedia'
import { useUnfold, useValue } from './useUnfold'

export const TargetNote = ({ typed }: { readonly typed: string | null }) => {
  const unfold = useUnfold()
  const isTouched = useMedia(onlyTouch)
  const words = useValue(({ language }) => targetWords[language])
  const document = useValue((state) => state.document)
  const { network } = document
  const [read, wanted] = [symbolsRead(network), symbolsWanted(network)]
  const silenced = silencedTargets(document)
  const missing = wanted.flatMap((symbol, i) =>
    symbol === null && !silenced.has(i + 1) ? [i + 1] : [],
  )
  const symbols = outputSymbols(network)
  const leftOut = typed === null ? [] : splitSymbols(typed, symbols).slice(read.length)
  // What each step would say next; the last keeps what it has.
  const followed = wanted.map((symbol, i) => symbol ?? read[i + 1] ?? noTarget)
  const isHelped = followed.some((symbol, i) => wanted[i] === null && symbol !== noTarget)
  return (
    <div className="target-note" aria-live="polite">
      {leftOut.length > 0 && (
        <span>{words.leftOut(joinSymbols(leftOut.map(toVisible), symbols))}</span>
      )}
      {missing.length > 0 && <span>{words.missing(toRanges(missing), missing.length)}</span>}
      {missing.length > 0 && isHelped && (
        <button
          type="button"
          className="quiet"
          onClick={() => setTarget(unfold, joinSymbols(followed, symbols))}
        >
          {words.follow}
        </button>
      )}
      {!isTouched && <span className="leave">{words.leave}</span>}
    </div>
  )
}

/** `1–3, 5`. */
const toRanges = (times: readonly number[]): string => {
  const ranges: (readonly [number, number])[] = []
  for (const t of times) {
    const last = ranges.at(-1)
    if (last?.[1] === t - 1) ranges[ranges.length - 1] = [last[0], t]
    else ranges.push([t, t])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
