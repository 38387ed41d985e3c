/** StopNotice: why a run stops at a number that is none, and the ways out of it. */
import { useMemo } from 'react'
import type { Bad } from '../engine/firstBad'
import { shapeOf } from '../engine/memory'
import { type Operand, growthOf, reasonOf } from '../engine/whyBad'
import { type StopWords, stopWords } from '../i18n/stop'
import { toIndexText } from '../notation/names'
import { toCellText, toDigits } from '../notation/numbers'
import { openEntry } from '../store/actions/explain'
import { type Story, placeOf } from '../store/narration'
import { storyOf } from '../store/unfold'
import { takeWayOut, waysOut } from '../store/waysOut'
import { useGap, useUnfold, useWords } from './useUnfold'
import './stop.css'

export const StopNotice = ({ bad }: { readonly bad: Bad }) => {
  const unfold = useUnfold()
  const gap = useGap()
  const words = useWords(stopWords)
  const story = storyOf(unfold)
  const place = placeOf(story, bad)
  // Each way is a run: they are tried once for each number that is none.
  // oxlint-disable-next-line react/exhaustive-deps
  const ways = useMemo(() => waysOut(unfold), [unfold, bad])
  const { node, phase, entry } = bad
  return (
    <>
      <p>
        <strong>{words.why(place, toCellText(bad.value))}</strong>{' '}
        {[
          reasonText(story, bad, words),
          growthText(story, bad, words),
          phase === 'backward' && words.backward,
          words.beyond,
        ]
          .filter(Boolean)
          .join(gap)}
      </p>
      <div className="ways" role="group" aria-label={words.label}>
        <button type="button" className="small" onClick={() => unfold.clock.stepBack()}>
          {words.stepBack}
        </button>
        <button
          type="button"
          className="small"
          onClick={() =>
            openEntry(unfold, { key: node.key, isGradient: phase === 'backward', entry })
          }
        >
          {words.open(place)}
        </button>
        {ways.map((id) => (
          <button
            key={id}
            type="button"
            className="small"
            title={words.hints[id]}
            onClick={() => takeWayOut(unfold, id)}
          >
            {words.ways[id]}
          </button>
        ))}
      </div>
    </>
  )
}

const reasonText = ({ trace, names }: Story, bad: Bad, words: StopWords): string => {
  const reason = reasonOf(trace, bad)
  if (reason.kind !== 'product') return words[reason.kind]
  const numberOf = (operand: Operand | number) =>
    toDigits(typeof operand === 'number' ? operand : operand.value, 3)
  const nameOf = (operand: Operand | number) => {
    if (typeof operand === 'number') return numberOf(operand)
    const { node, isGradient, entry } = operand
    const index = toIndexText(shapeOf(trace.architecture, node), entry)
    return names.reading({ node, isGradient }) + index
  }
  const { factors } = reason
  return words.product(factors.map(nameOf).join(' × '), factors.map(numberOf).join(' × '))
}

const growthText = ({ trace, names }: Story, bad: Bad, words: StopWords): string => {
  const growth = growthOf(trace, bad)
  if (!growth) return ''
  const node = { ...bad.node, t: null }
  const name = names.reading({ node, isGradient: bad.phase === 'backward' })
  return words.growth(name, growth.steps, toDigits(growth.factor, 2))
}
