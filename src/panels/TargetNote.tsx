/** TargetNote: under the texts: which steps have no target, what that means, what gives them one, and what is too much; as long as one types. */
import type { MouseEvent } from 'react'
import { targetWords } from '../i18n/targets'
import { toVisible } from '../notation/names'
import { outputSymbols, silencedTargets, symbolsRead, symbolsWanted } from '../store/document'
import { joinSymbols, noTarget, splitSymbols } from '../store/symbols'
import { Icon } from './icons'
import { onlyTouch, useMedia } from './useMedia'
import { useGap, useValue, useWords } from './useUnfold'

interface Props {
  /** The target as it was typed; null where the input was. */
  readonly typed: string | null
  readonly onFollow: (target: string) => void
  readonly onClose: () => void
}

export const TargetNote = ({ typed, onFollow, onClose }: Props) => {
  const isTouched = useMedia(onlyTouch)
  const words = useWords(targetWords)
  const gap = useGap()
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
  // What the app itself makes of an input needs no remedy: the next symbol, and none after the last.
  const isOwn = typed === null && wanted.every((symbol, i) => symbol === (read[i + 1] ?? null))
  const count = isOwn ? 0 : missing.length
  if (count + leftOut.length === 0) return isTouched ? null : <p className="leave">{words.leave}</p>
  return (
    <div className="target-note" role="status">
      <p>
        {[
          ...(leftOut.length > 0
            ? [words.leftOut(joinSymbols(leftOut.map(toVisible), symbols))]
            : []),
          ...(count > 0 ? [words.missing(toRanges(missing), count)] : []),
          ...(count > 0 && !isHelped ? [words.remedy(count)] : []),
        ].join(gap)}
        {!isTouched && (
          <span>
            {gap}
            {words.leave}
          </span>
        )}
      </p>
      {isHelped && (
        <button
          type="button"
          className="quiet"
          onMouseDown={keepFocus}
          onClick={() => onFollow(joinSymbols(followed, symbols))}
        >
          {words.follow}
        </button>
      )}
      <button
        type="button"
        className="plain"
        aria-label={words.close}
        onMouseDown={keepFocus}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}

/** The note goes when the field is left, and with it what is pressed. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

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
